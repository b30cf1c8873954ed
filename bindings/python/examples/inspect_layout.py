"""Looks at a finished script: addresses, sizes, lazy immediates, errors with their lines."""

from __future__ import annotations

from bajo import BajoError, Br, D, ImmExpr, Label, Layout, M, R, Script, disassemble, pack


class Distance(ImmExpr):
    """Bytes between two labels."""

    def __init__(self, first: Label, last: Label) -> None:
        self.first = first
        self.last = last

    def result_for(self, lay: Layout) -> int:
        return lay.addrof(self.last) - lay.addrof(self.first)


start, data = Label("start"), Label("data")
load = R[1].set(M[data + 2])
script = Script([start, load, R[2].set(Distance(start, data)), Br(start), data, pack([D("ab"), D(start)])])
layout = script.layout
print(f"start {layout[start]:#x}, data {layout['data']:#x}, the load takes {layout.sizeof(load)} bytes")
for item in layout:
    print(f"{layout[item]:#x} {item}")
assert disassemble(script.encode()).encode() == bytes(script)

try:
    Script([Br(Label("nowhere")), R["nobody"].set(1)]).build()
except BajoError as error:
    print(len(error.errors), "errors, in lines", [each.line for each in error.errors])
