"""Writes src/identifier/tables.rs: which characters make identifiers, by Python's own Unicode data.

Run with Python 3.11 (Unicode 14) from the folder of the crate: python3 scripts/identifier_tables.py
"""

import sys
import unicodedata


def ranges(holds):
    found, first = [], None
    for code in range(128, 0x110001):
        if code < 0x110000 and holds(chr(code)):
            if first is None:
                first = code
        elif first is not None:
            found.append((first, code - 1))
            first = None
    return found


def packed(found):
    data, before = bytearray(), 128
    for first, last in found:
        for number in (first - before, last - first):
            while number >= 128:
                data.append(number & 127 | 128)
                number >>= 7
            data.append(number)
        before = last
    return bytes(data)


def table(name, doc, holds):
    data = packed(ranges(holds))
    lines = [f"/// {doc}", "#[rustfmt::skip]", f"pub(super) static {name}: [u8; {len(data)}] = ["]
    for at in range(0, len(data), 24):
        lines.append("    " + " ".join(f"{byte}," for byte in data[at:at + 24]))
    return "\n".join(lines + ["];"])


def starts(char):
    return char.isidentifier()


def continues(char):
    return ("a" + char).isidentifier()


text = "\n\n".join([
    f"//! Ranges of characters, Unicode {unicodedata.unidata_version}; made by scripts/identifier_tables.py.\n//!\n"
    "//! Each range is two numbers, seven bits a byte, low bits first: the distance of its first character from the\n"
    "//! last one of the range before (at first from 128), and how many characters follow the first.",
    table("STARTS", "Characters that begin an identifier.", starts),
    table("CONTINUES", "Characters that only continue one.", lambda c: continues(c) and not starts(c)),
    table("PRINTABLE", "Characters that can be printed and make no identifier.",
          lambda c: c.isprintable() and not continues(c)),
])
with open("src/identifier/tables.rs", "w") as file:
    file.write(text + "\n")
