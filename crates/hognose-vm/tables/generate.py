"""Writes src/text/tables/data.rs and tests/data/unicode.txt from the Unicode data of the Python that runs it.

Run with CPython 3.11 (Unicode 14) from any folder: python3 generate.py
"""

import pathlib
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent.parent
POINTS = range(0x110000)
# Boundaries between two entries of an index. Even, so that every entry begins outside of the set.
STRIDE = 32


def alpha(c):
    return c.isalpha()


def identifier_continue(c):
    return ("a" + c).isidentifier()


def ignorable(c):
    """Case_Ignorable: what a final sigma looks through. CPython tells by lowering one behind it."""
    return ("a" + c + "\u03a3").lower()[-1] == "\u03c2" and ("1" + c + "\u03a3").lower()[-1] == "\u03c3"


SETS = [
    ("PRINTABLE", "Code points above ASCII that `repr` shows as they are.", lambda c: ord(c) > 127 and c.isprintable()),
    ("ALPHA", "Letters above ASCII: general categories L*.", lambda c: ord(c) > 127 and alpha(c)),
    (
        "START_ODD",
        "Where the start of an identifier and a letter differ, above ASCII.",
        lambda c: ord(c) > 127 and c.isidentifier() != alpha(c),
    ),
    (
        "CONTINUE_ODD",
        "Where the rest of an identifier and a letter differ, above ASCII.",
        lambda c: ord(c) > 127 and identifier_continue(c) != alpha(c),
    ),
    ("DIGIT_ODD", "Digits that are no decimal digits.", lambda c: c.isdigit() and not c.isdecimal()),
    ("NUMERIC_ODD", "Numerics that are no digits.", lambda c: c.isnumeric() and not c.isdigit()),
    ("IGNORABLE", "Case_Ignorable.", ignorable),
    (
        "WIDE",
        "Characters that take two columns of a terminal.",
        lambda c: unicodedata.category(c) != "Cn" and unicodedata.east_asian_width(c) in "WF",
    ),
]


def varint(value):
    out = []
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return out


def numbers(values, pattern="{}"):
    lines, line = [], "   "
    for value in values:
        word = " " + pattern.format(value) + ","
        if len(line) + len(word) > 108:
            lines.append(line)
            line = "   "
        line += word
    lines.append(line)
    return "\n".join(lines)


def range_set(name, doc, test):
    boundaries, inside = [], False
    for point in POINTS:
        if test(chr(point)) != inside:
            boundaries.append(point)
            inside = not inside
    if inside:
        boundaries.append(0x110000)
    points, starts, data = [], [], []
    last = 0
    for at, boundary in enumerate(boundaries):
        if at % STRIDE == 0:
            points.append(last)
            starts.append(len(data))
        data += varint(boundary - last)
        last = boundary
    return f"""
/// {doc} {len(boundaries) // 2} ranges.
pub(super) static {name}: RangeSet = RangeSet {{
    points: &[
{numbers(points)}
    ],
    starts: &[
{numbers(starts)}
    ],
    data: &[
{numbers(data)}
    ],
}};
"""


def mapping(name, doc, source, base):
    """Where `source` differs from `base`: runs of one step to one code point, and longer results one by one."""
    runs, special = [], []
    for point in POINTS:
        if 0xD800 <= point < 0xE000:
            continue
        c = chr(point)
        result = source(c)
        if result == base(c):
            continue
        if len(result) > 1:
            special.append((point, [ord(r) for r in result]))
            continue
        delta = ord(result) - point
        for step in (1, 2):
            if runs and runs[-1][2] == delta and point - runs[-1][1] == step and runs[-1][3] in (0, step):
                runs[-1][1], runs[-1][3] = point, step
                break
        else:
            runs.append([point, point, delta, 0])
    run_text = numbers([f"({a}, {b}, {d}, {max(s, 1)})" for a, b, d, s in runs])
    special_text = numbers([f"({p}, [{', '.join(str(x) for x in (r + [0, 0])[:3])}])" for p, r in special])
    return f"""
/// {doc} Runs: first, last, distance of the result, step.
pub(super) static {name}_RUNS: &[(u32, u32, i32, u8)] = &[
{run_text}
];

/// As [`{name}_RUNS`], results of more than one code point (zero: none).
pub(super) static {name}_LONG: &[(u16, [u16; 3])] = &[
{special_text}
];
"""


def lower(c):
    return c.lower()


def checksum(values):
    """FNV-1a over the values as text."""
    total = 0xCBF29CE484222325
    for value in values:
        for byte in value.encode("utf-8", "surrogatepass"):
            total = (total ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return total


def main():
    assert sys.version_info[:2] == (3, 11), "the tables are those of CPython 3.11"
    decimals = [p for p in POINTS if unicodedata.decimal(chr(p), None) == 0]
    for zero in decimals:
        assert [unicodedata.decimal(chr(zero + d), None) for d in range(10)] == list(range(10))
    out = f"""//! Unicode {unicodedata.unidata_version}. Written by tables/generate.py: change that instead.

use super::RangeSet;
"""
    for entry in SETS:
        out += range_set(*entry)
    out += f"""
/// The zeros of all scripts; the other decimal digits follow them.
pub(super) static ZEROS: &[u32] = &[
{numbers(decimals)}
];
"""
    out += mapping("TITLE", "Title case where it is not upper case.", str.title, str.upper)
    out += mapping("FOLD", "Folded case where it is not lower case.", str.casefold, lower)
    out += f"""
/// Code points of general category Lt.
pub(super) static TITLE_LETTERS: &[(u32, u32)] = &[
{numbers(pairs(lambda c: unicodedata.category(c) == 'Lt'))}
];
"""
    (HERE / "src/text/tables/data.rs").write_text(out)

    tests = {
        name: (lambda method: lambda c: "01"[getattr(c, method)()])(name)
        for name in "isalpha isdecimal isdigit isnumeric isspace isprintable isidentifier islower isupper istitle".split()
    }
    tests["continues"] = lambda c: "01"[identifier_continue(c)]
    tests["ignorable"] = lambda c: "01"[ignorable(c)]
    for name in "lower upper title casefold swapcase capitalize".split():
        tests[name] = (lambda method: lambda c: getattr(c, method)() + "\0")(name)
        tests["aa" + name] = (lambda method: lambda c: getattr("a" + c + "A", method)() + "\0")(name)
    lines = [f"{name} {checksum(test(chr(p)) for p in POINTS):016x}" for name, test in tests.items()]
    (HERE / "tests/data/unicode.txt").write_text("\n".join(lines) + "\n")


def pairs(test):
    runs = []
    for point in POINTS:
        if test(chr(point)):
            if runs and runs[-1][1] == point - 1:
                runs[-1][1] = point
            else:
                runs.append([point, point])
    return [f"({a}, {b})" for a, b in runs]


main()
