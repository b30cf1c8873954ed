"""Blinks a light: host functions, a subroutine, a loop, run on the machine of the package."""

from __future__ import annotations

from bajo import BrLt, Env, Exit, Label, R, Script, Stop, Subroutine, Sys01, Vm, when

LIGHT, WAIT = 1, 2

env = Env(ram_region=(0, 1024), code_region=(0x1000, 0x2000), named_registers={"sp": 13, "lr": 14, "count": 1})
count = R["count"]

toggle = Subroutine("toggle")
toggle.define(
    when(R[0] == 0, R[0].set(1), R[0].set(0)),
    is_leaf=True,
)

top = Label("top")
script = Script(
    [
        R["sp"].set(1024),
        top,
        toggle(),
        Sys01(LIGHT, R[0]),
        Sys01(WAIT, 500),
        count.set(count + 1),
        BrLt(count, 4, top),
        Exit(),
        toggle,
    ],
    env=env,
)

lights: list[str] = []


def light(on: int) -> None:
    lights.append("on" if on else "off")


def wait(milliseconds: int) -> None:
    lights.append(f"{milliseconds} ms")


vm = Vm(script, functions={LIGHT: light, WAIT: wait})
assert vm.run(1000) is Stop.EXIT
print(", ".join(lights))
print(script.listing())
