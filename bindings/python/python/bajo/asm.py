"""Instructions. Constructors take targets first, then sources, except that ``Sys..`` take the function first."""

from __future__ import annotations

from .core import (
    Align as Align,
    Bytes as Bytes,
    CodeAt as CodeAt,
    D as D,
    DataExpr as DataExpr,
    Directive as Directive,
    IMem as IMem,
    Imm as Imm,
    ImmExpr as ImmExpr,
    Label as Label,
    M as M,
    Mem as Mem,
    MemAddr as MemAddr,
    NamedReg as NamedReg,
    NoPad as NoPad,
    R as R,
    Reg as Reg,
)
from .core import BranchTo, Dest, Op, Src, Tgt

__bajo__ = True


def Nop() -> Op:
    """Nothing."""
    return Op("Nop")


def Add(t: Tgt, a: Src, b: Src) -> Op:
    """t = a + b"""
    return Op("Add", (t,), (a, b))


def Sub(t: Tgt, a: Src, b: Src) -> Op:
    """t = a - b"""
    return Op("Sub", (t,), (a, b))


def Mul(t: Tgt, a: Src, b: Src) -> Op:
    """t = a * b, low word"""
    return Op("Mul", (t,), (a, b))


def Div(t: Tgt, a: Src, b: Src) -> Op:
    """t = a / b, signed, toward zero"""
    return Op("Div", (t,), (a, b))


def DivU(t: Tgt, a: Src, b: Src) -> Op:
    """t = a / b, unsigned"""
    return Op("DivU", (t,), (a, b))


def Rem(t: Tgt, a: Src, b: Src) -> Op:
    """t = remainder of a / b, signed"""
    return Op("Rem", (t,), (a, b))


def RemU(t: Tgt, a: Src, b: Src) -> Op:
    """t = remainder of a / b, unsigned"""
    return Op("RemU", (t,), (a, b))


def BitAnd(t: Tgt, a: Src, b: Src) -> Op:
    """t = a & b"""
    return Op("BitAnd", (t,), (a, b))


def BitOr(t: Tgt, a: Src, b: Src) -> Op:
    """t = a | b"""
    return Op("BitOr", (t,), (a, b))


def BitXor(t: Tgt, a: Src, b: Src) -> Op:
    """t = a ^ b"""
    return Op("BitXor", (t,), (a, b))


def LShift(t: Tgt, a: Src, b: Src) -> Op:
    """t = a << b"""
    return Op("LShift", (t,), (a, b))


def RShift(t: Tgt, a: Src, b: Src) -> Op:
    """t = a >> b, signed"""
    return Op("RShift", (t,), (a, b))


def RShiftU(t: Tgt, a: Src, b: Src) -> Op:
    """t = a >> b, unsigned"""
    return Op("RShiftU", (t,), (a, b))


def TstEq(t: Tgt, a: Src, b: Src) -> Op:
    """t = a == b"""
    return Op("TstEq", (t,), (a, b))


def TstNe(t: Tgt, a: Src, b: Src) -> Op:
    """t = a != b"""
    return Op("TstNe", (t,), (a, b))


def TstGt(t: Tgt, a: Src, b: Src) -> Op:
    """t = a > b, signed"""
    return Op("TstGt", (t,), (a, b))


def TstGe(t: Tgt, a: Src, b: Src) -> Op:
    """t = a >= b, signed"""
    return Op("TstGe", (t,), (a, b))


def TstGtU(t: Tgt, a: Src, b: Src) -> Op:
    """t = a > b, unsigned"""
    return Op("TstGtU", (t,), (a, b))


def TstGeU(t: Tgt, a: Src, b: Src) -> Op:
    """t = a >= b, unsigned"""
    return Op("TstGeU", (t,), (a, b))


def And2(t: Tgt, a: Src, b: Src) -> Op:
    """t = 0 if a is 0, else b"""
    return Op("And2", (t,), (a, b))


def Or2(t: Tgt, a: Src, b: Src) -> Op:
    """t = a if a is not 0, else b"""
    return Op("Or2", (t,), (a, b))


def TstLt(t: Tgt, a: Src, b: Src) -> Op:
    """t = a < b, signed"""
    return Op("TstGt", (t,), (b, a))


def TstLe(t: Tgt, a: Src, b: Src) -> Op:
    """t = a <= b, signed"""
    return Op("TstGe", (t,), (b, a))


def TstLtU(t: Tgt, a: Src, b: Src) -> Op:
    """t = a < b, unsigned"""
    return Op("TstGtU", (t,), (b, a))


def TstLeU(t: Tgt, a: Src, b: Src) -> Op:
    """t = a <= b, unsigned"""
    return Op("TstGeU", (t,), (b, a))


def Inv(t: Tgt, a: Src) -> Op:
    """t = ~a"""
    return Op("Inv", (t,), (a,))


def Mov(t: Tgt, a: Src) -> Op:
    """t = a"""
    return Op("Mov", (t,), (a,))


def Neg(t: Tgt, a: Src) -> Op:
    """t = -a"""
    return Op("Neg", (t,), (a,))


def Abs(t: Tgt, a: Src) -> Op:
    """t = |a|"""
    return Op("Abs", (t,), (a,))


def Not(t: Tgt, a: Src) -> Op:
    """t = 1 if a is 0, else 0"""
    return Op("Not", (t,), (a,))


def Bool(t: Tgt, a: Src) -> Op:
    """t = 0 if a is 0, else 1"""
    return Op("Bool", (t,), (a,))


def LdB(t: Tgt, a: Src) -> Op:
    """t = byte at a, signed"""
    return Op("LdB", (t,), (a,))


def LdH(t: Tgt, a: Src) -> Op:
    """t = halfword at a, signed"""
    return Op("LdH", (t,), (a,))


def LdBU(t: Tgt, a: Src) -> Op:
    """t = byte at a, unsigned"""
    return Op("LdBU", (t,), (a,))


def LdHU(t: Tgt, a: Src) -> Op:
    """t = halfword at a, unsigned"""
    return Op("LdHU", (t,), (a,))


def StB(t: Tgt, a: Src) -> Op:
    """byte at t = a"""
    return Op("StB", (t,), (a,))


def StH(t: Tgt, a: Src) -> Op:
    """halfword at t = a"""
    return Op("StH", (t,), (a,))


def And(t: Tgt, a: Src, *rest: Src) -> Op:
    """t = 0 if any source is 0, else the last one. Machines accept 1 to 8 sources."""
    return Op("And", (t,), (a, *rest))


def Or(t: Tgt, a: Src, *rest: Src) -> Op:
    """t = the first source that is not 0, else 0. Machines accept 1 to 8 sources."""
    return Op("Or", (t,), (a, *rest))


def Max(t: Tgt, a: Src, *rest: Src) -> Op:
    """t = the greatest source, signed. Machines accept 1 to 8 sources."""
    return Op("Max", (t,), (a, *rest))


def Min(t: Tgt, a: Src, *rest: Src) -> Op:
    """t = the least source, signed. Machines accept 1 to 8 sources."""
    return Op("Min", (t,), (a, *rest))


def LongMul(tl: Tgt, th: Tgt, a: Src, b: Src) -> Op:
    """tl, th = low and high word of a * b, signed"""
    return Op("LongMul", (tl, th), (a, b))


def LongMulU(tl: Tgt, th: Tgt, a: Src, b: Src) -> Op:
    """tl, th = low and high word of a * b, unsigned"""
    return Op("LongMulU", (tl, th), (a, b))


def Jmp(addr: Src) -> Op:
    """Goes to the address that the operand holds: a label, or memory whose content is the address."""
    return Op("Jmp", (), (addr,))


def JmpLnk(lr: Tgt, addr: Src) -> Op:
    """Like ``Jmp``; lr = the address after this instruction."""
    return Op("JmpLnk", (lr,), (addr,))


def Br(addr: Dest) -> Op:
    """Goes to a place in the code, relative to here."""
    return Op("Br", (), (BranchTo(addr),))


def BrLnk(lr: Tgt, addr: Dest) -> Op:
    """Like ``Br``; lr = the address after this instruction."""
    return Op("BrLnk", (lr,), (BranchTo(addr),))


def BrEq(a: Src, b: Src, addr: Dest) -> Op:
    """Branches if a == b."""
    return Op("BrEq", (), (a, b, BranchTo(addr)))


def BrNe(a: Src, b: Src, addr: Dest) -> Op:
    """Branches if a != b."""
    return Op("BrNe", (), (a, b, BranchTo(addr)))


def BrGt(a: Src, b: Src, addr: Dest) -> Op:
    """Branches if a > b, signed."""
    return Op("BrGt", (), (a, b, BranchTo(addr)))


def BrGe(a: Src, b: Src, addr: Dest) -> Op:
    """Branches if a >= b, signed."""
    return Op("BrGe", (), (a, b, BranchTo(addr)))


def BrGtU(a: Src, b: Src, addr: Dest) -> Op:
    """Branches if a > b, unsigned."""
    return Op("BrGtU", (), (a, b, BranchTo(addr)))


def BrGeU(a: Src, b: Src, addr: Dest) -> Op:
    """Branches if a >= b, unsigned."""
    return Op("BrGeU", (), (a, b, BranchTo(addr)))


def BrLt(a: Src, b: Src, addr: Dest) -> Op:
    """Branches if a < b, signed."""
    return Op("BrGt", (), (b, a, BranchTo(addr)))


def BrLe(a: Src, b: Src, addr: Dest) -> Op:
    """Branches if a <= b, signed."""
    return Op("BrGe", (), (b, a, BranchTo(addr)))


def BrLtU(a: Src, b: Src, addr: Dest) -> Op:
    """Branches if a < b, unsigned."""
    return Op("BrGtU", (), (b, a, BranchTo(addr)))


def BrLeU(a: Src, b: Src, addr: Dest) -> Op:
    """Branches if a <= b, unsigned."""
    return Op("BrGeU", (), (b, a, BranchTo(addr)))


def MovEq(t: Tgt, a: Src, b: Src, x: Src, y: Src) -> Op:
    """t = x if a == b, else y"""
    return Op("MovEq", (t,), (a, b, x, y))


def MovGt(t: Tgt, a: Src, b: Src, x: Src, y: Src) -> Op:
    """t = x if a > b (signed), else y"""
    return Op("MovGt", (t,), (a, b, x, y))


def MovGe(t: Tgt, a: Src, b: Src, x: Src, y: Src) -> Op:
    """t = x if a >= b (signed), else y"""
    return Op("MovGe", (t,), (a, b, x, y))


def MovGtU(t: Tgt, a: Src, b: Src, x: Src, y: Src) -> Op:
    """t = x if a > b (unsigned), else y"""
    return Op("MovGtU", (t,), (a, b, x, y))


def MovGeU(t: Tgt, a: Src, b: Src, x: Src, y: Src) -> Op:
    """t = x if a >= b (unsigned), else y"""
    return Op("MovGeU", (t,), (a, b, x, y))


def MovLt(t: Tgt, a: Src, b: Src, x: Src, y: Src) -> Op:
    """t = x if a < b (signed), else y"""
    return Op("MovGt", (t,), (b, a, x, y))


def MovLe(t: Tgt, a: Src, b: Src, x: Src, y: Src) -> Op:
    """t = x if a <= b (signed), else y"""
    return Op("MovGe", (t,), (b, a, x, y))


def MovLtU(t: Tgt, a: Src, b: Src, x: Src, y: Src) -> Op:
    """t = x if a < b (unsigned), else y"""
    return Op("MovGtU", (t,), (b, a, x, y))


def MovLeU(t: Tgt, a: Src, b: Src, x: Src, y: Src) -> Op:
    """t = x if a <= b (unsigned), else y"""
    return Op("MovGeU", (t,), (b, a, x, y))


def MovNe(t: Tgt, a: Src, b: Src, x: Src, y: Src) -> Op:
    """t = x if a != b, else y"""
    return Op("MovEq", (t,), (a, b, y, x))


def Sys(func: Src, res: tuple[Tgt, ...], arg: tuple[Src, ...]) -> Op:
    """Host call: res = func(arg). Machines accept up to 8 results and 7 arguments."""
    return Op("Sys", tuple(res), (func, *arg))


def Sys00(func: Src) -> Op:
    """Host call: func()"""
    return Op("Sys00", (), (func,))


def Sys01(func: Src, a: Src) -> Op:
    """Host call: func(a)"""
    return Op("Sys01", (), (func, a))


def Sys02(func: Src, a: Src, b: Src) -> Op:
    """Host call: func(a, b)"""
    return Op("Sys02", (), (func, a, b))


def Sys03(func: Src, a: Src, b: Src, c: Src) -> Op:
    """Host call: func(a, b, c)"""
    return Op("Sys03", (), (func, a, b, c))


def Sys04(func: Src, a: Src, b: Src, c: Src, d: Src) -> Op:
    """Host call: func(a, b, c, d)"""
    return Op("Sys04", (), (func, a, b, c, d))


def Sys10(func: Src, t: Tgt) -> Op:
    """Host call: t = func()"""
    return Op("Sys10", (t,), (func,))


def Sys11(func: Src, t: Tgt, a: Src) -> Op:
    """Host call: t = func(a)"""
    return Op("Sys11", (t,), (func, a))


def Sys12(func: Src, t: Tgt, a: Src, b: Src) -> Op:
    """Host call: t = func(a, b)"""
    return Op("Sys12", (t,), (func, a, b))


def Sys13(func: Src, t: Tgt, a: Src, b: Src, c: Src) -> Op:
    """Host call: t = func(a, b, c)"""
    return Op("Sys13", (t,), (func, a, b, c))


def Sys14(func: Src, t: Tgt, a: Src, b: Src, c: Src, d: Src) -> Op:
    """Host call: t = func(a, b, c, d)"""
    return Op("Sys14", (t,), (func, a, b, c, d))


def Sys20(func: Src, t: Tgt, u: Tgt) -> Op:
    """Host call: t, u = func()"""
    return Op("Sys20", (t, u), (func,))


def Sys21(func: Src, t: Tgt, u: Tgt, a: Src) -> Op:
    """Host call: t, u = func(a)"""
    return Op("Sys21", (t, u), (func, a))


def Sys22(func: Src, t: Tgt, u: Tgt, a: Src, b: Src) -> Op:
    """Host call: t, u = func(a, b)"""
    return Op("Sys22", (t, u), (func, a, b))


def Sys23(func: Src, t: Tgt, u: Tgt, a: Src, b: Src, c: Src) -> Op:
    """Host call: t, u = func(a, b, c)"""
    return Op("Sys23", (t, u), (func, a, b, c))


def Sys24(func: Src, t: Tgt, u: Tgt, a: Src, b: Src, c: Src, d: Src) -> Op:
    """Host call: t, u = func(a, b, c, d)"""
    return Op("Sys24", (t, u), (func, a, b, c, d))


def Exit(rc: Src = 0) -> Op:
    """Ends the program with an exit code."""
    return Op("Exit", (), (rc,))
