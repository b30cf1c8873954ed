"""Drives until something is 150 mm ahead, in Bajo."""

from bajo import Br, BrLe, Exit, Label, R, Script, Sys00, Sys01, Sys10

# Numbers of host functions, see docs/robot.md.
DRIVE, BRAKE, DISTANCE, WAIT = 0x104, 0x107, 0x400, 0xC00

ahead, look, near = R[0], Label("look"), Label("near")

script = Script([
    look,
    Sys10(DISTANCE, ahead),
    BrLe(ahead, 150, near),
    Sys01(DRIVE, 150),
    Sys01(WAIT, 10),
    Br(look),
    near,
    Sys00(BRAKE),
    Exit(),
])
