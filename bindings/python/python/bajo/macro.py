"""Control structures, subroutines, packing: code that makes code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Optional

from .asm import Add, Br, BrLnk, Jmp, Mov, Sub
from .core import Comparison, Inst, Label, M, NoPad, R, Reg, site
from .exc import DuplicateDefError, MissingDefError, OperandError

if TYPE_CHECKING:
    from .script import Code

__bajo__ = True


def _comparison(condition: object) -> Comparison:
    if not isinstance(condition, Comparison):
        raise OperandError(f"{condition!r} is no condition, allowed are comparisons such as R[0] < 5")
    return condition


def when(condition: Comparison, then: Code, otherwise: Code = None) -> list[Code]:
    """``then`` if the condition holds, else ``otherwise``."""
    condition = _comparison(condition)
    if not otherwise:
        end = Label()
        return [condition.branch_if_false(end), then, end]
    other, end = Label(), Label()
    return [condition.branch_if_false(other), then, Br(end), other, otherwise, end]


def case(cases: dict[Comparison, Code], *, default: Code = None) -> list[Code]:
    """The code of the first condition that holds, else ``default``."""
    end = Label()
    labels = [(_comparison(condition), Label(), code) for condition, code in cases.items()]
    out: list[Code] = [condition.branch_if_true(label) for condition, label, _ in labels]
    if default:
        out.append(default)
    out.append(Br(end))
    for _, label, code in labels:
        out += [label, code, Br(end)]
    out.pop()  # the last one has nothing to leap over
    out.append(end)
    return out


def pack(code: Code) -> list[Code]:
    """``code`` with every instruction and data item exempt from automatic padding."""
    from .script import flat_code

    out: list[Code] = []
    for node in flat_code(code):
        if isinstance(node, Inst):
            out.append(NoPad())
        out.append(node)
    return out


class Subroutine:
    """A subroutine, called with ``BrLnk lr``. It saves registers on a stack that grows down from ``sp``.

    The environment of the script must name ``sp`` and ``lr``. Place the object itself where its code shall be.
    """

    def __init__(self, name: Optional[str] = None) -> None:
        self._site = site()
        self.label = Label(name)
        self._body: Code = None
        self._saved: list[Reg] = []
        self._leaf = False
        self._code: list[Code] | None = None

    @property
    def name(self) -> str:
        return self.label.name

    def define(self, body: Code, *, save_regs: list[Reg] | None = None, is_leaf: bool = False) -> Subroutine:
        """Says what it does, which registers it saves and whether it calls others."""
        if self._body is not None:
            raise DuplicateDefError(f"subroutine {self.name} is defined twice")
        saved: dict[int, Reg] = {}
        for reg in save_regs or ():
            if not isinstance(reg, Reg):  # pyright: ignore[reportUnnecessaryIsInstance]
                raise OperandError(f"subroutine {self.name}: {reg!r} cannot be saved, allowed are numbered registers")
            saved[reg.n] = reg
        self._body = body
        self._saved = [saved[n] for n in sorted(saved)]
        self._leaf = is_leaf
        self._code = None
        return self

    def call(self) -> Code:
        """Code that calls it."""
        return [BrLnk(R["lr"], self.label)]

    def __call__(self) -> Code:
        return self.call()

    @property
    def code(self) -> Code:
        """Its code: label, prologue, body, epilogue."""
        if self._body is None:
            raise MissingDefError(f"{self._site[0]}:{self._site[1]}: subroutine {self.name} is not defined")
        if self._code is None:
            self._code = self._build()
        return self._code

    def _build(self) -> list[Code]:
        sp, lr = R["sp"], R["lr"]
        pushed = [*self._saved] if self._leaf else [*self._saved, lr]
        size = 4 * len(pushed)
        out: list[Code] = [self.label]
        if size:
            out.append(Sub(sp, sp, size))
        out += [Mov(M[sp + 4 * i], reg) for i, reg in enumerate(pushed)]
        out.append(self._body)
        if size:
            out.append(Add(sp, sp, size))
        out += [Mov(reg, M[sp - (size - 4 * i)]) for i, reg in enumerate(self._saved)]
        # Popping works below sp: the return address lies just under the restored stack pointer.
        out.append(Jmp(lr) if self._leaf else Jmp(M[sp - 4]))
        return out

    def __iter__(self) -> Iterator[Code]:
        yield self.code


