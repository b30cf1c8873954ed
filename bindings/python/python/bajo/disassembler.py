"""From bytes back to a script that assembles to the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from . import _bajo
from .core import BranchTo, Bytes, IMem, Imm, Label, MemAddr, Op, Reg
from .script import Anywhere, Code, Script

__bajo__ = True


def disassemble(data: bytes, base: int = 0x1_0000, entries: Iterable[int] | None = None) -> Script:
    """A script whose bytes are ``data``. With ``entries``, what cannot be reached from them is data.

    Instructions keep the very encoding they had. What the assembler does not write becomes ``Bytes``.
    """
    lines = _bajo.disassemble(bytes(data), base, None if entries is None else list(entries))
    labels = {name: Label(name) for name, _ in lines if name is not None}
    code: list[Code] = []
    for name, what in lines:
        if name is not None:
            code.append(labels[name])
        if isinstance(what, bytes):
            code.append(Bytes(what))
        else:
            op, targets, sources, rmw, widths = what
            code.append(
                Op(
                    op,
                    tuple(_operand(t, labels) for t in targets),
                    tuple(_operand(s, labels) for s in sources),
                    (rmw, widths),
                )
            )
    return Script(code, env=Anywhere(base), add_exit=False)


def _operand(parts: list[tuple[str, Any]], labels: dict[str, Label]) -> Any:
    *bases, (kind, value) = parts
    operand: Any
    if kind == "branch":
        operand = BranchTo(labels[value])
    elif kind == "label":
        operand = labels[value]
    elif kind == "imm":
        operand = Imm(value)
    else:
        operand = _memory(kind, value)
    for base_kind, base in reversed(bases):
        operand = IMem(_memory(base_kind, base), operand)
    return operand


def _memory(kind: str, value: int) -> MemAddr:
    return Reg(value) if kind == "reg" else MemAddr(value)
