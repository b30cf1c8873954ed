"""What can go wrong. Every error is a ``BajoError``; those that have a meaning in Python are of that class, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .core import Inst

__bajo__ = True


class BajoError(Exception):
    """Base of all errors of this package.

    ``errors`` holds every error of the same build (this one first), ``file`` and ``line`` the place in the source
    where the item was written, ``item`` the instruction or data object, where these are known.
    """

    file: str | None = None
    line: int | None = None
    item: Inst | None = None
    _others: tuple[BajoError, ...] = ()

    @property
    def errors(self) -> tuple[BajoError, ...]:
        return self._others or (self,)

    def __str__(self) -> str:
        # KeyError would show its message quoted.
        return "".join(str(a) for a in self.args[:1])


class MissingDefError(BajoError):
    """A label, instruction or subroutine is used but not part of the program."""


class DuplicateDefError(BajoError):
    """A label or instruction is placed twice, a subroutine defined twice."""


class DetachedLabelError(BajoError):
    """A label with no instruction after it."""


class BuildError(BajoError):
    """The program cannot be laid out."""


class AddrError(BajoError):
    """An address lies outside its region, or the code does not fit."""


class CycleError(BajoError):
    """The value of a lazy immediate depends on the build it is part of."""


class DirectiveError(BajoError):
    """A directive is not allowed here. Not raised today."""


class RegisterError(BajoError, KeyError):
    """A named register that the environment does not know."""


class OperandError(BajoError, TypeError, AttributeError):
    """Something is not an operand, or not one allowed in its place."""


class CodeItemError(BajoError, TypeError):
    """Something in the code is no code."""


class RangeError(BajoError, AssertionError, ValueError):
    """A value or an address that fits no word."""


class DataRangeError(BajoError, OverflowError):
    """A value that does not fit its data item."""


class DivisionError(BajoError, ZeroDivisionError):
    """Division by zero in a lazy immediate."""


class EmptyError(BajoError, IndexError):
    """A program without instructions."""


class LazyError(BuildError):
    """``result_for`` of a lazy immediate failed; ``__cause__`` tells why."""


class VmError(BajoError):
    """The machine stopped with an error.

    ``code`` is the error number, ``pc`` the address of the instruction, ``text`` its line in the listing.
    """

    def __init__(self, message: str, code: int, pc: int, text: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.pc = pc
        self.text = text
