"""The machine, to try scripts where they are written."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias, Union

from . import _bajo
from .core import CodeAt, IMem, ImmExpr, Inst, Label, Mem, MemAddr, NamedReg, R, cast_s32
from .exc import OperandError, VmError
from .script import Anywhere, Script

__bajo__ = True

Results: TypeAlias = Union[None, int, Sequence[int]]
"""What a host function returns: nothing, one result, several."""


class Stop(enum.Enum):
    """Why a run came back."""

    EXIT = "exit"
    """The program ended itself; see ``Vm.exit_code``."""
    SPENT = "spent"
    """The budget is spent; ``run`` goes on."""
    PAUSED = "paused"
    """A host function called ``Vm.pause``; ``run`` goes on."""


class HostError(Exception):
    """Raise it in a host function to fail the call with an error number of the machine (negative by convention)."""

    def __init__(self, code: int, message: str = "") -> None:
        super().__init__(message or f"error {code}")
        self.code = code


class Trace(NamedTuple):
    """One executed instruction."""

    pc: int
    text: str
    """Its line in the listing."""
    sources: tuple[int, ...]
    """Values of the sources."""
    targets: tuple[int, ...]
    """Addresses of the targets."""
    results: tuple[int, ...]
    """Words for the targets; empty if it failed or has none."""
    next: int
    """Where the program goes on."""
    error: str
    """What failed, empty if nothing did."""

    def __str__(self) -> str:
        line = f"{self.pc:>8x}:\t{self.text:<32}"
        if self.sources:
            line += f" {', '.join(str(s) for s in self.sources)}"
        if self.results:
            pairs = zip(self.targets, self.results)
            line += " -> " + ", ".join(f"{_place(address)} = {word}" for address, word in pairs)
        if self.error:
            line += f" !! {self.error}"
        return line.rstrip()


def _place(address: int) -> str:
    return f"r{address // 4}" if address % 4 == 0 and address < 256 else f"ram[{address}]"


class Vm:
    """A machine with a script in its code region and RAM of its own.

    ``functions`` maps function numbers to callables: they get the arguments as ints and return nothing, an int or a
    sequence of ints. ``default(func, *args)`` answers all other numbers; without it they are error -2. An exception in
    a host function comes out of ``run``; ``HostError`` is an error of the machine instead.

    ``vm[R[1]]``, ``vm[R['sp']]``, ``vm[M[100]]``, ``vm[M[R[1] + 4]]``, ``vm[label]`` read words, and write them.
    """

    def __init__(
        self,
        script: Script | bytes,
        *,
        functions: Mapping[int, Callable[..., Results]] | None = None,
        default: Callable[..., Results] | None = None,
        ram: bytes | Mapping[int, bytes] | None = None,
        entry: Label | Inst | str | int | None = None,
        ram_region: tuple[int, int] | None = None,
        base: int = 0x1_0000,
        like_original: bool = False,
    ) -> None:
        """``ram`` is what RAM starts with, from its first address or by address; the rest is zero. ``base`` and
        ``ram_region`` matter for bytes; a script brings its own. ``like_original``: do nothing, instead of failing, on
        instructions that no assembler makes (the flag for "source 0 is target 0" without such operands)."""
        self.script = script if isinstance(script, Script) else None
        if isinstance(script, Script):
            code, base = script.encode(), script.code_start
            known = (0, min(base, 0x1_0000) & ~3) if isinstance(script.env, Anywhere) else script.env.ram_region
            region = ram_region or known
        else:
            code, region = bytes(script), ram_region or (0, 0x1_0000)
        pc = base
        if isinstance(entry, int):
            pc = entry
        elif entry is not None:
            if self.script is None:
                raise OperandError(f"entry {entry!r}: bytes have no labels, allowed is an address")
            pc = self.script.layout[entry]
        self.functions: dict[int, Callable[..., Results]] = dict(functions or {})
        self.default = default
        self._ram = region
        self._vm = _bajo.Vm(code, base, region[0], region[1] - region[0], pc, like_original)
        if isinstance(ram, Mapping):
            for address, data in ram.items():
                self.write(address, data)
        elif ram is not None:
            self.write(region[0], ram)

    # --- Running

    def run(self, budget: int | None = None, *, trace: Callable[[Trace], object] | None = None) -> Stop:
        """Runs until the program ends, pauses or has executed ``budget`` instructions. ``trace`` sees each of them.

        Raises ``VmError`` if an instruction fails.
        """
        if budget is not None and budget < 0:
            raise ValueError(f"budget {budget}: allowed are 0 and up")
        shown = None if trace is None else self._shown(trace)
        why, code, pc, message = self._vm.run(budget, self._call, shown)
        if why == "failed":
            text = self.text(pc)
            place = self.place(pc)
            where = f"{place[0]}:{place[1]}: " if place else ""
            error = VmError(f"{where}{message}" + (f": {text}" if text else ""), code, pc, text)
            if place:
                error.file, error.line = place
            error.item = self._item(pc)
            raise error
        return Stop(why)

    def step(self, *, trace: Callable[[Trace], object] | None = None) -> Stop:
        """Runs one instruction."""
        return self.run(1, trace=trace)

    def pause(self) -> None:
        """For host functions: ``run`` returns after this call."""
        self._vm.pause()

    def _call(self, func: int, args: tuple[int, ...], wanted: int) -> Any:
        function = self.functions.get(func)
        try:
            if function is not None:
                return function(*args)
            if self.default is not None:
                return self.default(func, *args)
        except HostError as error:
            return "error", error.code
        return "error", -2

    def _shown(self, trace: Callable[[Trace], object]) -> Callable[..., None]:
        def show(
            pc: int, following: int, sources: list[int], targets: list[int], results: list[int], error: str
        ) -> None:
            trace(Trace(pc, self.text(pc), tuple(sources), tuple(targets), tuple(results), following, error))

        return show

    # --- State

    @property
    def pc(self) -> int:
        """Address of the next instruction. A host function that sets it makes the program go on there."""
        return self._vm.pc

    @pc.setter
    def pc(self, address: int) -> None:
        self._vm.pc = address

    @property
    def exit_code(self) -> int:
        """What the last ``Exit`` said, 0 before."""
        return self._vm.exit_code

    @property
    def steps(self) -> int:
        """Instructions executed so far, those that failed included."""
        return self._vm.spent

    def read(self, address: int, size: int) -> bytes:
        """Bytes of RAM or code."""
        return self._vm.read(address, size)

    def write(self, address: int, data: bytes) -> None:
        """Writes bytes to RAM."""
        self._vm.write(address, bytes(data))

    def text_at(self, address: int) -> str:
        """The text that ends with a zero byte, in UTF-8."""
        data = bytearray()
        while (byte := self.read(address + len(data), 1)) != b"\0":
            data += byte
        return data.decode()

    @property
    def ram(self) -> bytes:
        """A copy of all RAM."""
        lo, hi = self._ram
        return self._vm.read(lo, hi - lo) if hi > lo else b""

    def address(self, where: Mem | IMem | ImmExpr | Inst | int) -> int:
        """The byte address an operand stands for now."""
        if isinstance(where, int):
            return where
        if isinstance(where, MemAddr):
            return where.addr
        if isinstance(where, IMem):
            base = self[where.ref]
            offset = where.offset
            if isinstance(offset, (Mem, IMem)):
                offset = self[offset]
            elif isinstance(offset, ImmExpr):
                offset = self._layout_value(offset)
            return (base + offset) % 0x1_0000_0000
        if isinstance(where, NamedReg):
            if self.script is None:
                raise OperandError(f"{where!r}: bytes have no named registers")
            return self.address(R[self.script.env.named_registers[where.name]])
        return self._layout_value(where.obj if isinstance(where, CodeAt) else where)

    def _layout_value(self, what: Any) -> int:
        if self.script is None:
            raise OperandError(f"{what!r}: bytes have no labels")
        return self.script.layout.addrof(what)

    def __getitem__(self, where: Mem | IMem | ImmExpr | Inst | int) -> int:
        """The signed word at an operand, label or address."""
        return cast_s32(int.from_bytes(self.read(self.address(where), 4), "little"))

    def __setitem__(self, where: Mem | IMem | ImmExpr | Inst | int, value: int) -> None:
        if not -0x8000_0000 <= value <= 0xFFFF_FFFF:
            raise ValueError(f"{value} is outside -2147483648..4294967295")
        self.write(self.address(where), (value & 0xFFFF_FFFF).to_bytes(4, "little"))

    def _item(self, pc: int) -> Inst | None:
        if self.script is None:
            return None
        try:
            item: Inst = self.script.layout[pc]
        except KeyError:
            return None
        return item

    def text(self, pc: int) -> str:
        """The instruction at an address as in the listing; empty if there is none."""
        if self.script is not None:
            return self.script.layout.text(pc) or self._vm.text(pc)
        return self._vm.text(pc)

    def place(self, pc: int) -> tuple[str, int] | None:
        """File and line of the instruction at an address."""
        item = self._item(pc)
        return None if item is None else (item._file, item._line)  # pyright: ignore[reportPrivateUsage]
