"""Writes case.rs beside it: lower and upper case as CPython knows them. Run with the Python whose Unicode it is to be."""

import sys
import unicodedata

HEAD = f"""//! Unicode {unicodedata.unidata_version}. Written by case.py: change that instead.

use super::CaseMap;
"""


def runs(mapping):
    """Points one or two apart that are all as far from what they become: first, count, distance, step."""
    found = []
    for point in sorted(mapping):
        distance = mapping[point] - point
        if found:
            first, count, d, step = found[-1]
            gap = point - (first + (count - 1) * step)
            if d == distance and count < 2048 and (count == 1 and gap in (1, 2) or gap == step):
                found[-1] = first, count + 1, d, gap
                continue
        found.append((point, 1, distance, 1))
    return found


def table(name, doc, change):
    simple, long = {}, []
    for point in range(128, sys.maxunicode + 1):
        if 0xD800 <= point < 0xE000:
            continue
        text = change(chr(point))
        if len(text) > 1:
            long.append((point, [ord(c) for c in text] + [0] * (3 - len(text))))
        elif text != chr(point):
            simple[point] = ord(text)
    lines = []
    for first, count, distance, step in runs(simple):
        lines.append(f"(0x{(count - 1) << 21 | first:X}, {distance << 1 | (step == 2)})")
    text = f"\n/// {doc}\npub(super) static {name}: CaseMap = CaseMap {{\n    runs: &[\n"
    line = "        "
    for item in lines:
        if len(line) + len(item) > 108:
            text += line.rstrip() + "\n"
            line = "        "
        line += item + ", "
    text += line.rstrip() + "\n    ],\n    long: &[\n"
    for point, points in long:
        text += f"        (0x{point:X}, {[hex(p) if p else 0 for p in points]}),\n".replace("'", "")
    return text + "    ],\n};\n"


with open(__file__.replace(".py", ".rs"), "w") as out:
    out.write(HEAD)
    out.write(table("LOWER", "What `str.lower` makes of code points above ASCII.", str.lower))
    out.write(table("UPPER", "What `str.upper` makes of code points above ASCII.", str.upper))
