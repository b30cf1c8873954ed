"""Drives a square, in Bajo: `hognose bajo asm square.py` makes square.bajo of it."""

from bajo import BrEq, BrNe, Exit, Label, R, Script
from bajo.asm import Sys

# Numbers of host functions, see docs/robot.md.
STRAIGHT, TURN = 0x100, 0x101

corners, reached, blocked, next_corner = R[0], R[1], Label("blocked"), Label("next_corner")

script = Script([
    corners.set(4),
    next_corner,
    Sys(STRAIGHT, (reached,), (300,)),
    BrEq(reached, 0, blocked),
    Sys(TURN, (reached,), (90,)),
    corners.set(corners - 1),
    BrNe(corners, 0, next_corner),
    Exit(0),
    blocked,
    Exit(1),
])
