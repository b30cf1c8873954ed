"""The vector file: programs in DSL source with their bytes, listings, layouts, errors and results."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[3] / "crates" / "bajo" / "tests" / "vectors"

PRELUDE = """\
from bajo import *
from bajo import R, M, D
from bajo.asm import NoPad, MemAddr, NamedReg, CodeAt
from bajo.core import IMem, ImmSizeof, ImmOffset
from bajo.macro import when, case, Subroutine, pack
"""


def cases(kind: str) -> list[dict[str, Any]]:
    """Cases of one kind: ``asm`` or ``raw``."""
    file = json.loads((FOLDER / "bajo.json").read_text())
    return [case for case in file["cases"] if case["kind"] == kind]


def reset_labels() -> None:
    """Automatic labels count from 1 again."""
    import itertools

    from bajo import Label

    Label._counter = itertools.count(1)


def host(calls: list[Any]) -> Any:
    """The host functions of the vectors."""
    from bajo import HostError

    def signed(x: int) -> int:
        return (x + 0x8000_0000) % 0x1_0000_0000 - 0x8000_0000

    def call(fn: int, *args: int) -> list[int]:
        refused = {9000: -2, 9001: 1, 9002: 77}.get(fn)
        if refused is not None:
            calls.append([fn, list(args), None])
            raise HostError(refused)
        acc = fn * 31 + len(args)
        for arg in args:
            acc = acc * 33 + arg
        results = [signed(acc + k * 0x01000193) for k in range(8)]
        calls.append([fn, list(args), results])
        return results

    return call
