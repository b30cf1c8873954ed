"""Examples in Markdown: every ``python`` block, and the ``text`` block that says what it prints."""

from __future__ import annotations

import contextlib
import io
import re
import sys
import types
from pathlib import Path

from vectors import reset_labels

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "bindings" / "python"

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)


def examples(path: Path) -> list[tuple[int, str, str]]:
    """Line, source and expected output of every example."""
    text = path.read_text()
    found: list[tuple[int, str, str]] = []
    for match in _BLOCK.finditer(text):
        language, body = match.groups()
        if language == "python":
            found.append((text[: match.start()].count("\n") + 2, body, ""))
        elif language == "text" and found:
            line, source, _ = found[-1]
            found[-1] = (line, source, body)
    return found


def execute(source: str) -> str:
    """Runs an example as a file of its own; what it prints."""
    reset_labels()
    out = io.StringIO()
    module = types.ModuleType("example")
    sys.modules["example"] = module
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(source, "example.py", "exec"), module.__dict__)
    finally:
        del sys.modules["example"]
    return out.getvalue()
