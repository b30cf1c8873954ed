"""Counts primes with a sieve over bytes in RAM, and shows what the machine did last."""

from __future__ import annotations

from bajo import Add, BrLt, Exit, Label, LdBU, M, R, Script, StB, Trace, Vm, when

LIMIT = 1000
FLAGS = 0x1000

outer, inner, done = Label("outer"), Label("inner"), Label("done")
n, multiple, found, flag = R[1], R[2], R[3], R[4]

script = Script([
    n.set(2),
    outer,
    LdBU(flag, M[n + FLAGS]),
    when(
        flag == 0,
        [
            found.set(found + 1),
            multiple.set(n * n),
            when(
                multiple < LIMIT,
                [
                    inner,
                    StB(M[multiple + FLAGS], 1),
                    Add(multiple, multiple, n),
                    BrLt(multiple, LIMIT, inner),
                ],
            ),
        ],
    ),
    n.set(n + 1),
    BrLt(n, LIMIT, outer),
    done,
    Exit(found),
])

last: list[Trace] = []


def remember(step: Trace) -> None:
    last.append(step)
    del last[:-3]


vm = Vm(script)
vm.run(trace=remember)
print(vm.exit_code, "primes below", LIMIT, "after", vm.steps, "instructions")
print(*last, sep="\n")
