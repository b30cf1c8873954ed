"""Operands, expressions, instructions: what programs are made of."""

from __future__ import annotations

import inspect
import itertools
import sys
from typing import TYPE_CHECKING, Any, ClassVar, Union, overload

from . import _bajo
from .exc import DataRangeError, OperandError

if TYPE_CHECKING:
    from .script import Layout

__bajo__ = True

S32_MIN = -0x8000_0000
S32_MAX = 0x7FFF_FFFF

OPCODES: dict[str, int] = _bajo.opcodes()
"""Numbers of the opcodes by mnemonic."""

encode_varint = _bajo.encode_varint


def cast_s32(a: int) -> int:
    """An unsigned word as the signed number with the same bits."""
    return a - 0x1_0000_0000 if a > S32_MAX else a


def site() -> tuple[str, int]:
    """File and line of the innermost caller outside this package."""
    frame = sys._getframe(1)  # pyright: ignore[reportPrivateUsage]
    while frame.f_back is not None and "__bajo__" in frame.f_globals:
        frame = frame.f_back
    return frame.f_code.co_filename, frame.f_lineno


# --- Lazy immediates --------------------------------------------------------------------------------------------------


class ImmExpr:
    """A constant that is known after layout.

    Subclass it and implement ``result_for(self, lay) -> int`` (or ``result(self) -> int``, or ``result(self, lay)``).
    It is called many times while the layout settles. ``lay`` offers ``addrof``, ``sizeof``, ``is_code``, ``is_ram``.
    """

    _takes_layout: ClassVar[bool | None] = None

    def result_for(self, lay: Layout) -> int:
        result: Any = getattr(self, "result", None)
        if result is None:
            raise NotImplementedError(f"{type(self).__name__} has neither result_for(lay) nor result()")
        cls = type(self)
        if "_takes_layout" not in cls.__dict__:
            cls._takes_layout = _accepts_one(result)
        value: int = result(lay) if cls._takes_layout else result()
        return value

    def __add__(self, other: Lazy) -> ImmAdd:
        return ImmAdd(self, other) if _is_lazy(other) else NotImplemented

    def __radd__(self, other: Lazy) -> ImmAdd:
        return ImmAdd(other, self) if _is_lazy(other) else NotImplemented

    def __sub__(self, other: Lazy) -> ImmSub:
        return ImmSub(self, other) if _is_lazy(other) else NotImplemented

    def __rsub__(self, other: Lazy) -> ImmSub:
        return ImmSub(other, self) if _is_lazy(other) else NotImplemented

    def __mul__(self, other: Lazy) -> ImmMul:
        return ImmMul(self, other) if _is_lazy(other) else NotImplemented

    def __rmul__(self, other: Lazy) -> ImmMul:
        return ImmMul(other, self) if _is_lazy(other) else NotImplemented

    def __floordiv__(self, other: Lazy) -> ImmDiv:
        return ImmDiv(self, other) if _is_lazy(other) else NotImplemented

    def __rfloordiv__(self, other: Lazy) -> ImmDiv:
        return ImmDiv(other, self) if _is_lazy(other) else NotImplemented

    def __mod__(self, other: Lazy) -> ImmMod:
        return ImmMod(self, other) if _is_lazy(other) else NotImplemented

    def __rmod__(self, other: Lazy) -> ImmMod:
        return ImmMod(other, self) if _is_lazy(other) else NotImplemented


def _is_lazy(x: object) -> bool:
    return isinstance(x, (int, ImmExpr, Inst, Mem, IMem))


def _is_source(x: object) -> bool:
    return isinstance(x, (int, Mem, IMem, ImmExpr))


ImmExp = ImmExpr
"""Another spelling of ``ImmExpr``."""


def _accepts_one(function: Any) -> bool:
    try:
        inspect.signature(function).bind(None)
    except TypeError:
        return False
    except ValueError:  # no signature: something built in
        return True
    return True


class _Pair(ImmExpr):
    """Two operands and an operation."""

    __slots__ = ("a", "b")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, a: Lazy, b: Lazy) -> None:
        self.a = a
        self.b = b

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        assert isinstance(other, _Pair)
        return bool(self.a == other.a) and bool(self.b == other.b)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.a!r}, {self.b!r})"


class ImmAdd(_Pair):
    """``a + b``"""

    def result_for(self, lay: Layout) -> int:
        return value_of(self.a, lay) + value_of(self.b, lay)


class ImmSub(_Pair):
    """``a - b``"""

    def result_for(self, lay: Layout) -> int:
        return value_of(self.a, lay) - value_of(self.b, lay)


class ImmMul(_Pair):
    """``a * b``"""

    def result_for(self, lay: Layout) -> int:
        return value_of(self.a, lay) * value_of(self.b, lay)


class ImmDiv(_Pair):
    """``a // b``, rounded down"""

    def result_for(self, lay: Layout) -> int:
        return value_of(self.a, lay) // value_of(self.b, lay)


class ImmMod(_Pair):
    """``a % b``, the sign is that of ``b``"""

    def result_for(self, lay: Layout) -> int:
        return value_of(self.a, lay) % value_of(self.b, lay)


class Label(ImmExpr):
    """Marks the address of the next instruction or data item placed after it. Identity decides, not the name."""

    _counter: ClassVar[itertools.count[int]] = itertools.count(1)

    def __init__(self, name: str | None = None) -> None:
        self.name: str = name or f"_L{next(Label._counter)}"
        self._site = site()

    def result_for(self, lay: Layout) -> int:
        return lay.addrof(self)

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"Label({self.name!r})"


class ImmSizeof(ImmExpr):
    """Encoded size of an instruction or data item."""

    def __init__(self, inst: Inst) -> None:
        self.inst = inst

    def result_for(self, lay: Layout) -> int:
        return lay.sizeof(self.inst)

    def __eq__(self, other: object) -> bool:
        return self.inst is other.inst if isinstance(other, ImmSizeof) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"ImmSizeof({self.inst!r})"


class ImmOffset(ImmExpr):
    """Distance from the end of ``base`` to ``tgt``."""

    def __init__(self, base: Inst, tgt: Lazy) -> None:
        self.base = base
        self.tgt = tgt

    def result_for(self, lay: Layout) -> int:
        return value_of(self.tgt, lay) - (lay.addrof(self.base) + lay.sizeof(self.base))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ImmOffset):
            return NotImplemented
        return self.base is other.base and bool(self.tgt == other.tgt)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"ImmOffset({self.base!r}, {self.tgt!r})"


class BranchTo(ImmExpr):
    """Destination of a branch: encoded as the distance from the end of the instruction it is part of."""

    __slots__ = ("tgt",)

    def __init__(self, tgt: Dest) -> None:
        self.tgt = tgt

    def __repr__(self) -> str:
        return repr(self.tgt)


class Imm(int):
    """A constant, -2^31 to 2^32 - 1."""

    __slots__ = ()

    def __repr__(self) -> str:
        return int.__repr__(self)

    __str__ = __repr__


def value_of(x: Any, lay: Layout) -> int:
    """What an operand of lazy arithmetic stands for: numbers themselves, all else its address."""
    if isinstance(x, int):
        return x
    if isinstance(x, ImmExpr):
        return x.result_for(lay)
    return lay.addrof(x)


# --- Pending operations and comparisons -------------------------------------------------------------------------------


class RhA:
    """A unary operation that waits for its target, see ``set``."""

    __slots__ = ("op", "a")

    def __init__(self, op: str, a: Tgt) -> None:
        self.op = op
        self.a = a

    def __repr__(self) -> str:
        return f"{self.op}({self.a!r})"


class RhAB:
    """A binary operation that waits for its target, see ``set``."""

    __slots__ = ("op", "a", "b")

    def __init__(self, op: str, a: Tgt, b: Src) -> None:
        self.op = op
        self.a = a
        self.b = b

    def __repr__(self) -> str:
        return f"{self.op}({self.a!r}, {self.b!r})"


_SYMBOLS = {"Eq": "==", "Ne": "!=", "Lt": "<", "Le": "<=", "Gt": ">", "Ge": ">="}
_NEGATED = {"Eq": "Ne", "Ne": "Eq", "Lt": "Ge", "Le": "Gt", "Gt": "Le", "Ge": "Lt"}
_SWAPPED = {"Lt": "Gt", "Le": "Ge"}


class Comparison:
    """A signed comparison, for ``when``, ``case`` and ``set``."""

    __slots__ = ("kind", "a", "b")

    def __init__(self, kind: str, a: Tgt, b: Src) -> None:
        self.kind = kind
        self.a = a
        self.b = b

    def __bool__(self) -> bool:
        if self.kind == "Eq":
            return _same(self.a, self.b)
        return self.kind == "Ne" and not _same(self.a, self.b)

    def __repr__(self) -> str:
        return f"{self.a!r} {_SYMBOLS[self.kind]} {self.b!r}"

    def _ordered(self, prefix: str, kind: str) -> tuple[str, Src, Src]:
        if kind in _SWAPPED:
            return prefix + _SWAPPED[kind], self.b, self.a
        return prefix + kind, self.a, self.b

    def test(self, t: Tgt) -> Op:
        """The instruction that stores the truth as 1 or 0."""
        op, a, b = self._ordered("Tst", self.kind)
        return Op(op, (t,), (a, b))

    def branch_if_true(self, addr: Dest) -> Op:
        op, a, b = self._ordered("Br", self.kind)
        return Op(op, (), (a, b, BranchTo(addr)))

    def branch_if_false(self, addr: Dest) -> Op:
        op, a, b = self._ordered("Br", _NEGATED[self.kind])
        return Op(op, (), (a, b, BranchTo(addr)))


def _same(a: Any, b: Any) -> bool:
    """Structural equality of memory operands."""
    if isinstance(a, MemAddr) and isinstance(b, MemAddr):
        return a.addr == b.addr
    if isinstance(a, NamedReg) and isinstance(b, NamedReg):
        return bool(a.name == b.name)
    if isinstance(a, CodeAt) and isinstance(b, CodeAt):
        return bool(a.obj == b.obj)
    if isinstance(a, IMem) and isinstance(b, IMem):
        return bool(a.ref == b.ref) and bool(a.offset == b.offset)
    return False


# --- Memory -----------------------------------------------------------------------------------------------------------


class _Operand:
    """What direct and indirect memory have in common."""

    __slots__ = ()

    def set(self: Tgt, rh: Rh) -> Op:  # type: ignore[misc]
        """The instruction that gives this operand a value."""
        if isinstance(rh, RhAB):
            return Op(rh.op, (self,), (rh.a, rh.b))
        if isinstance(rh, RhA):
            return Op(rh.op, (self,), (rh.a,))
        if isinstance(rh, Comparison):
            return rh.test(self)
        if _is_source(rh):
            return Op("Mov", (self,), (rh,))
        raise TypeError(
            f"set takes an int, memory, a lazy immediate, an operation or a comparison, not {type(rh).__name__}: {rh!r}"
        )

    def __add__(self: Tgt, other: Src) -> RhAB:  # type: ignore[misc]
        return RhAB("Add", self, other)

    def __sub__(self: Tgt, other: Src) -> RhAB:  # type: ignore[misc]
        return RhAB("Sub", self, other)

    def __mul__(self: Tgt, other: Src) -> RhAB:  # type: ignore[misc]
        return RhAB("Mul", self, other)

    def __truediv__(self: Tgt, other: Src) -> RhAB:  # type: ignore[misc]
        return RhAB("Div", self, other)

    def __floordiv__(self: Tgt, other: Src) -> RhAB:  # type: ignore[misc]
        return RhAB("Div", self, other)

    def __mod__(self: Tgt, other: Src) -> RhAB:  # type: ignore[misc]
        return RhAB("Rem", self, other)

    def __rshift__(self: Tgt, other: Src) -> RhAB:  # type: ignore[misc]
        return RhAB("RShift", self, other)

    def __lshift__(self: Tgt, other: Src) -> RhAB:  # type: ignore[misc]
        """Beware: this is ``RShiftU``, as it always was. Use ``LShift`` to shift left."""
        return RhAB("RShiftU", self, other)

    def __and__(self: Tgt, other: Src) -> RhAB:  # type: ignore[misc]
        return RhAB("BitAnd", self, other)

    def __or__(self: Tgt, other: Src) -> RhAB:  # type: ignore[misc]
        return RhAB("BitOr", self, other)

    def __xor__(self: Tgt, other: Src) -> RhAB:  # type: ignore[misc]
        return RhAB("BitXor", self, other)

    def __neg__(self: Tgt) -> RhA:  # type: ignore[misc]
        return RhA("Neg", self)

    def __abs__(self: Tgt) -> RhA:  # type: ignore[misc]
        return RhA("Abs", self)

    def __invert__(self: Tgt) -> RhA:  # type: ignore[misc]
        return RhA("Inv", self)

    def __eq__(self: Tgt, other: Src) -> Comparison:  # type: ignore[override, misc]
        return Comparison("Eq", self, other) if _is_source(other) else NotImplemented

    def __ne__(self: Tgt, other: Src) -> Comparison:  # type: ignore[override, misc]
        return Comparison("Ne", self, other) if _is_source(other) else NotImplemented

    def __lt__(self: Tgt, other: Src) -> Comparison:  # type: ignore[misc]
        return Comparison("Lt", self, other)

    def __le__(self: Tgt, other: Src) -> Comparison:  # type: ignore[misc]
        return Comparison("Le", self, other)

    def __gt__(self: Tgt, other: Src) -> Comparison:  # type: ignore[misc]
        return Comparison("Gt", self, other)

    def __ge__(self: Tgt, other: Src) -> Comparison:  # type: ignore[misc]
        return Comparison("Ge", self, other)

    __hash__ = None  # type: ignore[assignment]


class Mem(_Operand):
    """Direct memory: a register, an address, a named register, a place in the code."""

    __slots__ = ()


class MemAddr(Mem):
    """Data at a byte address."""

    __slots__ = ("addr",)

    def __init__(self, addr: int) -> None:
        self.addr = addr

    def __hash__(self) -> int:
        return hash(self.addr)

    def __repr__(self) -> str:
        return f"M[{self.addr}]"


class Reg(MemAddr):
    """Register ``n``: the word at address ``4 * n``."""

    __slots__ = ("n",)

    def __init__(self, n: int) -> None:
        if n < 0:
            raise ValueError(f"register {n}: allowed are 0 and up")
        self.n = n
        self.addr = 4 * n

    def __repr__(self) -> str:
        return f"R[{self.n}]"


class NamedReg(Mem):
    """A register that the environment of the script names."""

    __slots__ = ("name",)

    def __init__(self, name: Any) -> None:
        self.name = name

    def __hash__(self) -> int:
        return hash(self.name)

    def __repr__(self) -> str:
        return f"R[{self.name!r}]"


class CodeAt(Mem):
    """Data in the code: at an instruction, a label, the value of a lazy immediate."""

    __slots__ = ("obj",)

    def __init__(self, obj: Inst | ImmExpr) -> None:
        self.obj = obj

    def __hash__(self) -> int:
        return hash(self.obj)

    def __repr__(self) -> str:
        return f"M[{self.obj!r}]"


class IMem(_Operand):
    """Indirect memory: data at the word stored in ``ref`` plus ``offset``."""

    __slots__ = ("ref", "offset")

    def __init__(self, ref: Mem, offset: Src = 0) -> None:
        self.ref = ref
        self.offset = offset

    def __repr__(self) -> str:
        return f"Mem[{self.ref!r} + {self.offset!r}]"


class RegFactory:
    """``R[3]``, ``R['sp']``"""

    @overload
    def __getitem__(self, key: int) -> Reg: ...
    @overload
    def __getitem__(self, key: str) -> NamedReg: ...
    def __getitem__(self, key: Any) -> Reg | NamedReg:
        return Reg(key) if isinstance(key, int) else NamedReg(key)


class MemFactory:
    """``M[100]``, ``M[label]``, ``M[R[1]]``, ``M[R[1] + 4]``"""

    @overload
    def __getitem__(self, key: int) -> MemAddr: ...
    @overload
    def __getitem__(self, key: Mem | RhAB) -> IMem: ...
    @overload
    def __getitem__(self, key: Inst | ImmExpr) -> CodeAt: ...
    def __getitem__(self, key: Any) -> MemAddr | IMem | CodeAt:
        if isinstance(key, int):
            return MemAddr(key)
        if isinstance(key, Mem):
            return IMem(key, 0)
        if isinstance(key, (ImmExpr, Inst)):
            return CodeAt(key)
        if isinstance(key, RhAB):
            left, right = key.a, key.b
            if isinstance(left, Mem):
                if key.op == "Add" and _is_source(right):
                    return IMem(left, right)
                if key.op == "Sub" and isinstance(right, int):
                    return IMem(left, -right)
                if key.op == "Sub" and isinstance(right, ImmExpr):
                    return IMem(left, 0 - right)
            raise TypeError(
                f"M[{key!r}]: allowed are direct memory plus an operand, and direct memory minus an int or label"
            )
        if isinstance(key, RhA):
            raise TypeError(f"M[{key!r}]: allowed are direct memory plus an operand")
        hint = "; go through a register, or write M[R[..] + M[..]]" if isinstance(key, IMem) else ""
        raise OperandError(
            f"M[{key!r}]: allowed are an int, direct memory, a label, an instruction, memory plus an offset{hint}"
        )


R = RegFactory()
M = MemFactory()


# --- Items ------------------------------------------------------------------------------------------------------------


class Inst:
    """Something with an address: an instruction or data. Each object may stand in a program once."""

    __slots__ = ("_file", "_line", "__weakref__")

    _file: str
    _line: int

    def _locate(self) -> None:
        frame = sys._getframe(2)  # pyright: ignore[reportPrivateUsage]
        while "__bajo__" in frame.f_globals and frame.f_back is not None:
            frame = frame.f_back
        self._file = frame.f_code.co_filename
        self._line = frame.f_lineno


class Op(Inst):
    """An instruction: mnemonic, targets, sources."""

    __slots__ = ("op", "targets", "sources", "pin")

    def __init__(
        self,
        op: str,
        targets: tuple[Tgt, ...] = (),
        sources: tuple[Src, ...] = (),
        pin: tuple[bool, bytes] | None = None,
    ) -> None:
        for a in sources:
            cls = a.__class__
            if cls is int:
                if not S32_MIN <= a <= S32_MAX:  # type: ignore[operator]
                    raise ValueError(f"{op}: {a} is outside -2147483648..2147483647")
            elif cls is bool:
                raise TypeError(f"{op}: {a} is a bool, allowed are ints, memory and lazy immediates")
            elif cls is not Reg and issubclass(cls, int) and cls is not Imm and not S32_MIN <= a <= S32_MAX:  # type: ignore[operator]
                raise ValueError(f"{op}: {a} is outside -2147483648..2147483647")
        self.op = op
        self.targets = targets
        self.sources = sources
        self.pin = pin
        self._locate()

    def __repr__(self) -> str:
        return f"{self.op}({', '.join(repr(x) for x in (*self.targets, *self.sources))})"


class Bytes(Inst):
    """Bytes as they are."""

    __slots__ = ("val",)

    def __init__(self, val: bytes) -> None:
        self.val = bytes(val)
        self._locate()

    @staticmethod
    def _sized(value: int, size: int) -> bytes:
        lo, hi = -(1 << (8 * size - 1)), (1 << (8 * size)) - 1
        if not lo <= value <= hi:
            raise DataRangeError(f"{value} is outside {lo}..{hi} ({size} bytes)")
        return (value & hi).to_bytes(size, "little")

    @classmethod
    def from32(cls, value: int) -> Bytes:
        """Four bytes, -2^31 to 2^32 - 1."""
        return cls(cls._sized(value, 4))

    @classmethod
    def from16(cls, value: int) -> Bytes:
        """Two bytes, -2^15 to 2^16 - 1."""
        return cls(cls._sized(value, 2))

    @classmethod
    def from8(cls, value: int) -> Bytes:
        """One byte, -128 to 255."""
        return cls(cls._sized(value, 1))

    @classmethod
    def from_str(cls, s: str, null_terminated: bool = True) -> Bytes:
        """A text in UTF-8."""
        return cls(s.encode() + b"\0" if null_terminated else s.encode())

    def __repr__(self) -> str:
        return f"Bytes({self.val!r})"


class DataExpr(Inst):
    """The address of an instruction, or a lazy value, as ``size`` unsigned little-endian bytes."""

    __slots__ = ("obj", "size")

    def __init__(self, obj: Inst | ImmExpr, size: int = 4) -> None:
        self.obj = obj
        self.size = size
        self._locate()

    def __repr__(self) -> str:
        return f"@{self.obj}"


class DataFactory:
    """``D(x)``: a text with a zero byte, a word, bytes, an address, a lazy value."""

    def __call__(self, x: str | int | bytes | Inst | ImmExpr) -> Bytes | DataExpr:
        if isinstance(x, str):
            return Bytes.from_str(x)
        if isinstance(x, int):
            return Bytes.from32(x)
        if isinstance(x, (bytes, bytearray)):
            return Bytes(x)
        return DataExpr(x)


D = DataFactory()
Data = D
"""Another spelling of ``D``."""


class Directive:
    """Tells the layout something about the next item."""

    __slots__ = ()


class Align(Directive):
    """The next item starts at a multiple of ``n`` bytes. Of several the last wins."""

    __slots__ = ("n",)

    def __init__(self, n: int) -> None:
        if n < 1:
            raise ValueError(f"Align({n}): allowed are 1 and up")
        self.n = n

    def __repr__(self) -> str:
        return f"Align({self.n})"


class NoPad(Directive):
    """The next item is exempt from automatic padding (not from ``Align``)."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "NoPad()"


Tgt = Union[Mem, IMem]
"""What can be written: memory, direct or indirect."""
Src = Union[int, Mem, IMem, ImmExpr]
"""What can be read: memory, constants, lazy immediates."""
Rh = Union[Src, RhA, RhAB, Comparison]
"""What ``set`` takes."""
Lazy = Union[int, ImmExpr, Inst, Mem]
"""Operands of lazy arithmetic; memory stands for its address."""
Dest = Union[Inst, ImmExpr, Mem, Imm]
"""Where branches go; memory stands for its address."""
