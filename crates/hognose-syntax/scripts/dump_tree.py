"""Writes the tree of a Python program as CPython sees it, in the form of tests/support/dump.rs.

Usage: python3 scripts/dump_tree.py FILE...    writes FILE with the ending .tree beside each FILE
"""

import ast
import struct
import sys
import warnings

warnings.simplefilter("ignore")

SKIPPED = {"ctx", "kind", "type_comment", "type_ignores"}


def text(value):
    out = []
    for char in value:
        code = ord(char)
        out.append(char if 32 < code < 127 and char != "\\" else f"\\{code:x};")
    return "".join(out)


def constant(value):
    if value is None or value is True or value is False:
        return str(value)
    if value is Ellipsis:
        return "Ellipsis"
    if isinstance(value, str):
        return "str " + text(value)
    if isinstance(value, bytes):
        return "bytes " + value.hex()
    if isinstance(value, int):
        return f"int {value:x}"
    if isinstance(value, float):
        return "float " + struct.pack(">d", value).hex()
    return "complex " + struct.pack(">d", value.imag).hex()


def dump(tree):
    lines = []
    # Each entry: what, depth, inside an f-string.
    stack = [(tree, 0, False)]
    while stack:
        item, depth, inside = stack.pop()
        indent = " " * depth
        if isinstance(item, str):
            lines.append(indent + item)
            continue
        if item is None:
            lines.append(indent + "-")
            continue
        label = type(item).__name__
        todo = []
        for field in item._fields:
            value = getattr(item, field, None)
            if field in SKIPPED or value is None and not isinstance(item, (ast.Constant, ast.MatchSingleton)):
                continue
            if isinstance(item, (ast.Constant, ast.MatchSingleton)):
                label += " " + constant(value)
            elif isinstance(value, (ast.operator, ast.unaryop, ast.boolop)):
                label += " " + type(value).__name__
            elif isinstance(value, ast.AST):
                todo += ["." + field, value]
            elif isinstance(value, list) and value and isinstance(value[0], (str, ast.cmpop)):
                names = [x if isinstance(x, str) else type(x).__name__ for x in value]
                label += f" {field}=" + ",".join(names)
            elif isinstance(value, list):
                if value:
                    todo += ["." + field, *value]
            else:
                label += f" {field}={value}"
        # CPython 3.11 gives wrong places inside f-strings.
        if hasattr(item, "lineno") and not inside:
            label += f" {item.lineno}:{item.col_offset}-{item.end_lineno}:{item.end_col_offset}"
        lines.append(indent + label)
        inside = inside or isinstance(item, ast.JoinedStr)
        for child in reversed(todo):
            plain = isinstance(child, str)
            stack.append((child, depth + (1 if plain else 2), inside))
    return "\n".join(lines) + "\n"


def main():
    sys.setrecursionlimit(100000)
    for name in sys.argv[1:]:
        with open(name, "rb") as file:
            source = file.read()
        with open(name.removesuffix(".py") + ".tree", "w") as file:
            file.write(dump(ast.parse(source)))


if __name__ == "__main__":
    main()
