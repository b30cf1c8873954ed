"""Scripts: code for an environment, laid out when first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias, Union

from . import _bajo
from .asm import Exit, Nop
from .core import CodeAt, Directive, Imm, ImmExpr, Inst, Label, Mem, MemAddr, NamedReg, Op
from .exc import (
    AddrError,
    BajoError,
    BuildError,
    CodeItemError,
    CycleError,
    DataRangeError,
    DetachedLabelError,
    DivisionError,
    DuplicateDefError,
    EmptyError,
    LazyError,
    MissingDefError,
    OperandError,
    RangeError,
    RegisterError,
)

__bajo__ = True

Code: TypeAlias = "Union[None, bool, Inst, Label, Directive, Iterable[Code]]"
"""What scripts are made of: items, labels, directives and iterables of these. None, False and True are ignored."""

Node: TypeAlias = "Union[Inst, Label, Directive]"


class Env:
    """What a script is assembled for. Regions are half-open address ranges; register numbers count words."""

    _anywhere = False

    def __init__(
        self,
        *,
        ram_region: tuple[int, int],
        code_region: tuple[int, int],
        named_registers: Mapping[Any, int],
        max_passes: int = 16,
    ) -> None:
        _bajo.check_env(tuple(ram_region), tuple(code_region), max_passes)
        self.ram_region = ram_region
        self.code_region = code_region
        self.named_registers = named_registers
        self.max_passes = max_passes

    def __repr__(self) -> str:
        return (
            f"Env(ram_region={self.ram_region!r}, code_region={self.code_region!r}, "
            f"named_registers={self.named_registers!r}, max_passes={self.max_passes})"
        )


class Anywhere(Env):
    """Code at ``base``, and no address is refused: for code that was not written for a known machine."""

    _anywhere = True

    def __init__(self, base: int) -> None:
        self.ram_region = (0, 0x1_0000_0000)
        self.code_region = (base, 0x1_0000_0000)
        self.named_registers = {}
        self.max_passes = 16


DEF_ENV = Env(ram_region=(0, 0x1_0000), code_region=(0x1_0000, 0x1_0000_0000), named_registers={"sp": 13, "lr": 14})
"""64 KB of RAM, code above it, ``sp`` is register 13, ``lr`` register 14."""


class _NoCode:
    """Stands in a flattened script for something that is no code."""

    __slots__ = ("what", "error")

    def __init__(self, what: str, error: BajoError | None = None) -> None:
        self.what = what
        self.error = error


def _flatten(code: Any) -> Iterator[Node | _NoCode]:
    # Its own stack: code may nest deeper than Python recurses.
    stack: list[Iterator[Any]] = [iter((code,))]
    while stack:
        try:
            node: Any = next(stack[-1])
        except StopIteration:
            stack.pop()
            continue
        except BajoError as error:
            stack.pop()
            yield _NoCode(str(error), error)
            continue
        if isinstance(node, (Inst, Label, Directive)):
            yield node
        elif node is None or node is False or node is True:
            continue
        elif isinstance(node, (str, bytes, bytearray)):
            yield _NoCode(f"{node!r} (write D({node!r}) for data)")
        else:
            try:
                stack.append(iter(node))
            except TypeError:
                yield _NoCode(repr(node))


def flat_code(code: Code) -> Iterator[Node]:
    """Items, labels and directives of a code tree, in order."""
    for node in _flatten(code):
        if isinstance(node, _NoCode):
            raise node.error or CodeItemError(f"{node.what} is no code")
        yield node


class Layout:
    """Where everything is. During a build, lazy immediates see it change until it settles."""

    def __init__(self, env: Env, flat: list[Any]) -> None:
        self.env = env
        self._flat = flat
        self._native: _bajo.Layout | None = None
        self._assembly: _bajo.Assembly | None = None
        self._slots: dict[int, int] | None = None
        self._items: list[Inst] = []
        self._result: list[Inst] | None = None
        self._names: dict[str, Inst] | None = None

    def _attach(self, native: _bajo.Layout) -> None:
        self._native = native

    def _index(self) -> dict[int, int]:
        if self._slots is None:
            slots: dict[int, int] = {}
            items: list[Inst] = []
            for node in self._flat:
                if isinstance(node, Label):
                    slots[id(node)] = len(items)
                elif isinstance(node, Inst):
                    slots[id(node)] = len(items)
                    items.append(node)
            self._slots, self._items = slots, items
        return self._slots

    def _slot(self, obj: object) -> int:
        slot = self._index().get(id(obj))
        if slot is None:
            raise MissingDefError(f"{obj!r} is not defined in the program")
        return slot

    @property
    def _numbers(self) -> _bajo.Layout:
        assert self._native is not None
        return self._native

    def addrof(self, x: Any) -> int:
        """The address of a label, instruction, data item or memory operand, the value of a lazy immediate.

        An int is itself if it lies in the used code range or in RAM.
        """
        if isinstance(x, (Label, Inst)):
            return self._numbers.start(self._slot(x))
        if isinstance(x, Imm):
            return int(x)
        if isinstance(x, int):
            if not (self.is_code(x) or self.is_ram(x)):
                lo, hi = self.env.ram_region
                first, end = self.code_range
                raise AddrError(f"address {x:#x} is outside RAM {lo:#x}..{hi:#x} and code {first:#x}..{end:#x}")
            return x
        if isinstance(x, ImmExpr):
            return x.result_for(self)
        if isinstance(x, MemAddr):
            return x.addr
        if isinstance(x, NamedReg):
            return 4 * self.named_registers[x.name]
        if isinstance(x, CodeAt):
            return self.addrof(x.obj)
        raise OperandError(f"{x!r} has no address")

    def sizeof(self, inst: Inst) -> int:
        """Encoded size of an instruction or data item."""
        return self._numbers.size(self._slot(inst))

    def text(self, addr: int) -> str:
        """The instruction or data at an address as in the listing; empty if none starts there."""
        index = self._numbers.item_at(addr)
        if index is None or self._assembly is None:
            return ""
        return "Nop" if index < 0 else self._assembly.text(index).rstrip()

    @property
    def code_range(self) -> tuple[int, int]:
        """First address of the code and the address after the last."""
        return self._numbers.code_range()

    @property
    def size(self) -> int:
        """Bytes of code."""
        first, end = self.code_range
        return end - first

    def is_code(self, addr: int) -> bool:
        """Whether an address lies in the used code range."""
        first, end = self.code_range
        return first <= addr < end

    def is_ram(self, addr: int) -> bool:
        """Whether an address lies in the RAM region."""
        lo, hi = self.env.ram_region
        return lo <= addr < hi

    @property
    def named_registers(self) -> Mapping[Any, int]:
        return self.env.named_registers

    @property
    def labels_by_name(self) -> dict[str, Inst]:
        """The instruction or data item each label marks."""
        if self._names is None:
            index = self._index()
            labels = (node for node in self._flat if isinstance(node, Label))
            self._names = {label.name: self._items[index[id(label)]] for label in labels}
        return self._names

    @property
    def result(self) -> list[Inst]:
        """Items in order of address, padding included."""
        if self._result is None:
            self._index()
            assert self._assembly is not None
            self._result = [Nop() if i is None else self._items[i] for i in self._assembly.placed()]
        return self._result

    def __iter__(self) -> Iterator[Inst]:
        return iter(self.result)

    def __getitem__(self, key: Any) -> Any:
        """``layout[label]``, ``layout[inst]``, ``layout['name']``: the address; ``layout[addr]``: the item there."""
        if isinstance(key, int):
            index = self._numbers.item_at(key)
            if index is None:
                raise KeyError(key)
            self._index()
            return Nop() if index < 0 else self._items[index]
        if isinstance(key, str):
            inst = self.labels_by_name.get(key)
            if inst is None:
                raise MissingDefError(f"no label is named {key!r}")
            return self.addrof(inst)
        if isinstance(key, Mem):
            raise MissingDefError(f"{key!r} is not part of the program")
        return self._numbers.start(self._slot(key))


_CLASSES: dict[str, type[BajoError]] = {
    "duplicate": DuplicateDefError,
    "detached": DetachedLabelError,
    "missing": MissingDefError,
    "register": RegisterError,
    "operand": OperandError,
    "count": CodeItemError,
    "item": CodeItemError,
    "range": RangeError,
    "data": DataRangeError,
    "zero": DivisionError,
    "address": AddrError,
    "empty": EmptyError,
    "lazy": LazyError,
    "build": BuildError,
}


class Script:
    """A program. Nothing is checked before its layout, bytes or listing are asked for."""

    def __init__(
        self,
        code: Code,
        *,
        env: Env | None = None,
        add_exit: bool = True,
        implicit_exit: bool | None = None,
    ) -> None:
        """``add_exit`` (or ``implicit_exit``): append ``Exit(0)`` unless the code ends with an ``Exit``."""
        self.code = code
        self.env = DEF_ENV if env is None else env
        self.add_exit = add_exit if implicit_exit is None else implicit_exit
        self._flat: list[Any] | None = None
        self._layout: Layout | None = None
        self._failure: BajoError | None = None
        self._building = False

    def _nodes(self) -> list[Any]:
        if self._flat is None:
            flat: list[Any] = list(_flatten(self.code))
            last = flat[-1] if flat else None
            if self.add_exit and not (isinstance(last, Op) and last.op == "Exit"):
                flat.append(Exit(0))
            self._flat = flat
        return self._flat

    def build(self) -> Layout:
        """The layout. Raises the first error; its ``errors`` has all that were found."""
        if self._layout is not None:
            return self._layout
        if self._failure is not None:
            raise self._failure
        if self._building:
            raise CycleError("the value of a lazy immediate needs the build it is part of")
        self._building = True
        try:
            flat = self._nodes()
            layout = Layout(self.env, flat)
            env = self.env
            ram = None if env._anywhere else tuple(env.ram_region)  # pyright: ignore[reportPrivateUsage]
            result = _bajo.assemble(
                flat, layout, ram, tuple(env.code_region), env.named_registers, env.max_passes
            )
            if isinstance(result, list):
                self._failure = self._error(flat, result)
                raise self._failure
            layout._assembly = result  # pyright: ignore[reportPrivateUsage]
            layout._attach(result.layout())  # pyright: ignore[reportPrivateUsage]
            self._layout = layout
            return layout
        finally:
            self._building = False

    def _error(self, flat: list[Any], faults: list[_bajo.Fault]) -> BajoError:
        errors: list[BajoError] = []
        for kind, message, node, cause in faults:
            at = flat[node] if node is not None else None
            if isinstance(at, _NoCode) and at.error is not None:
                errors.append(at.error)
                continue
            place = _place(flat, node)
            if isinstance(at, _NoCode) and place:
                message = f"after this item: {message}"
            cls = type(cause) if isinstance(cause, BajoError) else _CLASSES[kind]
            error = cls.__new__(cls)
            error.args = (f"{place[0]}:{place[1]}: {message}" if place else message,)
            if place:
                error.file, error.line = place
            error.item = at if isinstance(at, Inst) else None
            error.__cause__ = cause
            errors.append(error)
        first = errors[0]
        if len(errors) > 1:
            more = "".join(f"\n  {error}" for error in errors[1:])
            first.args = (f"{first}\nand {len(errors) - 1} more:{more}",)
            first._others = tuple(errors)  # pyright: ignore[reportPrivateUsage]
        return first

    @property
    def layout(self) -> Layout:
        """Where everything is."""
        return self.build()

    def _assembly(self) -> _bajo.Assembly:
        assembly = self.build()._assembly  # pyright: ignore[reportPrivateUsage]
        assert assembly is not None
        return assembly

    def encode(self) -> bytes:
        """The bytes, for the start of the code region."""
        return self._assembly().code()

    __bytes__ = encode

    def listing(self) -> str:
        """Addresses, bytes and text of all items."""
        return self._assembly().listing()

    lst = listing
    __str__ = listing

    @property
    def result(self) -> list[Inst]:
        """Items in order of address, padding included."""
        return self.build().result

    @property
    def code_start(self) -> int:
        """Start of the code region."""
        return self.env.code_region[0]


def _place(flat: list[Any], node: int | None) -> tuple[str, int] | None:
    """Where a node was written; of something that is no code, where the node before it was."""
    while node is not None and node >= 0:
        at = flat[node]
        if isinstance(at, Inst):
            return at._file, at._line  # pyright: ignore[reportPrivateUsage]
        if isinstance(at, Label):
            return at._site  # pyright: ignore[reportPrivateUsage]
        node -= 1
    return None
