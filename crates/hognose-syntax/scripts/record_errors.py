"""Records CPython's errors for tests/errors/*.txt, beside each file with the ending .expected.

The programs of eval.txt and single.txt are compiled in these modes, the others as files. Each line of a file is a program; \\n, \\t, \\r, \\f and \\\\ stand for the characters. A line of the record has: class, line,
column, end line, end column, message, the line shown. "ok" stands for a program that is right.
"""

import ast
import glob
import os
import sys
import tempfile
import warnings

warnings.simplefilter("ignore")
PROGRAM = os.path.join(tempfile.mkdtemp(), "program.py")
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "\\": "\\"}


def unescape(line):
    out, chars = [], iter(line)
    for char in chars:
        out.append(ESCAPES[next(chars)] if char == "\\" else char)
    return "".join(out)


def record(source, mode):
    # Of a file CPython shows the line itself, of a string sometimes another one.
    with open(PROGRAM, "w", newline="") as file:
        file.write(source)
    try:
        compile(source, PROGRAM, mode, ast.PyCF_ONLY_AST)
    except SyntaxError as error:
        fields = [type(error).__name__, error.lineno, error.offset, error.end_lineno, error.end_offset, error.msg]
        text = (error.text or "").split("\n")[0]
        return "\t".join(str(field) for field in [*fields, text])
    return "ok"


for name in sys.argv[1:] or glob.glob("tests/errors/*.txt"):
    with open(name) as file:
        lines = file.read().splitlines()
    stem = os.path.basename(name).removesuffix(".txt")
    mode = stem if stem in ("eval", "single") else "exec"
    with open(name.removesuffix(".txt") + ".expected", "w") as file:
        for line in lines:
            file.write(record(unescape(line), mode).replace("\r", "") + "\n")
