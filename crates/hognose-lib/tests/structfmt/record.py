#!/usr/bin/env python3
"""Writes cases.txt: what CPython 3.11's struct answers, by hand and at random. Run it on a 64-bit little-endian machine.

Usage: python3.11 record.py [random cases] [seed] > cases.txt

One case a line, fields parted by tabs: operation, format in hexadecimal, argument, expected.
layout: size and number of values; pack: values to bytes; unpack: bytes to values; iter: length of a buffer;
into, from: offset and length of a buffer to where it starts. An error is "!class: message".
Values: i and a number, f and the bits, b and bytes in hexadecimal, t and 0 or 1, o for none of them.
"""
import random
import struct
import sys

CODES = "xcbB?hHiIlLqQnNefdspP"


class Other:
    def __repr__(self):
        return "o"


def show(v):
    if isinstance(v, bool):
        return f"t{int(v)}"
    if isinstance(v, int):
        return f"i{v}"
    if isinstance(v, float):
        return "f" + struct.pack(">d", v).hex()
    if isinstance(v, bytes):
        return "b" + v.hex()
    return "o"


def attempt(f, *args):
    try:
        return f(*args)
    except (struct.error, OverflowError) as e:
        return f"!{type(e).__name__}: {e}"


def layout(fmt):
    size = struct.calcsize(fmt)
    # "0p" cannot be unpacked: a fault of CPython.
    if size > 1 << 20 or "0p" in str(fmt):
        return f"{size}"
    return f"{size} {len(struct.unpack(fmt, bytes(size)))}"


seen = set()


def record(op, fmt, arg, expected):
    raw = fmt if isinstance(fmt, bytes) else fmt.encode()
    line = "\t".join((op, raw.hex(), arg, expected))
    if line not in seen:
        seen.add(line)
        print(line)


def pack(fmt, *values):
    record("pack", fmt, " ".join(map(show, values)), attempt(lambda: struct.pack(fmt, *values).hex()))


def unpack(fmt, data):
    record("unpack", fmt, data.hex(), attempt(lambda: " ".join(map(show, struct.unpack(fmt, data)))))


FORMATS = ["", "@", "=", "<", ">", "!", " ", "3", "i3", "3 i", "a", "<n", "=P", "<N", "!n", "i<", " <i", "  i i", b"\0", b"i\0", b"\xff", b"i\xa0", b"i\x1c", "i\n\v\f\r\t",
           "99999999999999999999i", "9223372036854775807i", "9223372036854775807x", "9223372036854775807xx", "4611686018427387904h", "i9223372036854775807x",
           "9223372036854775806xi", "9223372036854775808x", "9223372036854775807s", "2305843009213693951i", "9223372036854775805bi", "9223372036854775800xq",
           "9223372036854775800x0q", "9223372036854775801x0q", "9223372036854775807x0b", "0", "0i", "b0i", "b0q", "bi", "b0e", "ib", "x3xi", "=bi", "0x", "0s", "3s0s", "bxh", "bhbibqb", "=bhbibqb", "cxs4pd", "10s5p?", "3?2c",
           "b1", "b 1", "1", "<", "<<", "@@", "@<i", "ii ii", "2i2i", "bnbNbP", "befbd", "blbL", "<blbL", ">bq", "!H", "000003i", "5xB", "B5x", "h0i0q", "0q"]

INTS = [0, 1, -1, 127, 128, -128, -129, 255, 256, 32767, 32768, -32768, -32769, 65535, 65536, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**32 - 1, 2**32,
        2**63 - 1, 2**63, -2**63, -2**63 - 1, 2**64 - 1, 2**64, 2**70, -2**70, 2**200, -2**200, 0x1234, 0x123456789abcdef0]

nan = float("nan")
FLOATS = [0.0, -0.0, 1.0, -1.5, 0.1, 1e-5, 6.1e-5, 5.96e-8, 2.98e-8, 2.99e-8, 1e-10, 65504.0, 65519.99, 65520.0, -65520.0, 1e5, 3.4028234e38, 3.4028235677973366e38,
          3.4028235677973362e38, -1e39, 1e300, 1e-45, 7e-46, 1e-320, float("inf"), -float("inf"), nan, -nan, 1.00048828125, 1.000488281249, 1.0014648437500, 2049.0, 2051.0, 0.333333]


def by_hand():
    for fmt in FORMATS:
        record("layout", fmt, "", attempt(layout, fmt))
    for order in ("", "@", "=", "<", ">", "!"):
        for code in CODES:
            for fmt in (order + code, order + "2" + code, order + "b" + code + "b"):
                record("layout", fmt, "", attempt(layout, fmt))
    for order in ("@", "<", ">"):
        for code in "bBhHiIlLqQ" + ("nNP" if order == "@" else ""):
            for value in INTS + [Other(), 1.5, b"a"]:
                pack(order + code, value)
        for code in "efd":
            for value in FLOATS + [Other(), b"a"]:
                pack(order + code, value)
        for value in (b"", b"a", b"ab", Other(), 1):
            for code in ("c", "s", "p", "0s", "1p", "3s", "3p"):
                pack(order + code, value)
        for value in (True, False):
            pack(order + "?", value)
    for n in (254, 255, 256, 300):
        for size in (255, 256, 257, 300):
            pack(f"{size}p", b"z" * n)
    for fmt, values in (("2i", [1]), ("i", [1, 2]), ("x", [1]), ("", []), ("", [1]), ("bxh", [1, 2]), ("<bxh", [1, 2]), ("bq", [1, 2]), (">2sH?xd", [b"abc", 7, True, 0.5]), ("0i3s", [b"a"]), ("2i0q", [1, 2])):
        pack(fmt, *values)
    data = bytes(range(0x78, 0x98))
    for order in ("@", "<", ">"):
        for code in "cbB?hHiIlLqQefdspnNP":
            if order != "@" and code in "nNP":
                continue
            size = struct.calcsize(order + code)
            for raw in (bytes(size), b"\xff" * size, b"\x80" + bytes(size - 1), bytes(size - 1) + b"\x80", data[:size], b"\x01" * size, bytes(size - 1) + b"\x01", b"\x7f\xc0" * 4, b"\0" * (size + 1)):
                unpack(order + code, raw[:size] if len(raw) == 8 else raw)
    for fmt, raw in (("<i", b"abc"), ("<i", b""), ("<ii", b"abcde"), ("3p", b"\xffab"), ("3p", b"\x01ab"), ("1p", b"\x05"), ("4s", b"ab\0c"), ("bxh", b"\x01\x02\x03\x04"), ("", b""), ("", b"a"), ("0s", b""), ("3c", b"abc"),
                     ("f", b"\x01\0\x80\x7f"), ("f", b"\x01\0\x80\xff"), ("e", b"\x01\x7c"), ("e", b"\x01\xfc"), ("e", b"\x01\0"), ("e", b"\xff\x83"), ("?", b"\x02")):
        unpack(fmt, raw)
    for fmt in ("<i", "bxh", "", "x"):
        for n in (0, 3, 4, 5, 8):
            record("iter", fmt, str(n), attempt(lambda: str(len(list(struct.iter_unpack(fmt, bytes(n)))))))
        for offset in (0, 1, 3, 6, 9, -1, -3, -4, -6, -7, 2**40, -2**40):
            for n in (0, 3, 4, 6):
                size = struct.calcsize(fmt)
                items = len(struct.unpack(fmt, bytes(size)))
                place = str(offset if offset >= 0 else n + offset)
                record("from", fmt, f"{offset} {n}", attempt(lambda: (struct.unpack_from(fmt, bytes(n), offset), place)[1]))
                record("into", fmt, f"{offset} {n}", attempt(lambda: (struct.pack_into(fmt, bytearray(n), offset, *[0] * items), place)[1]))


def at_random(count, r):
    for _ in range(count):
        fmt = r.choice(["", "@", "=", "<", ">", "!"])
        values = []
        for _ in range(r.randint(0, 5)):
            code = r.choice("xcbB?hHiIlLqQefdsp" + ("nNP" if fmt[:1] in ("", "@") and fmt[:1] != "=" else ""))
            # CPython writes a byte too many for "0p".
            n = r.choice([None, None, None, 0, 1, 2, 3] if code != "p" else [None, 1, 2, 3])
            fmt += r.choice(["", "", " "]) + ("" if n is None else str(n)) + code
            for _ in range(1 if code in "sp" else 0 if code == "x" else 1 if n is None else n):
                if r.random() < 0.03:
                    values.append(Other() if code != "?" else True)
                elif code in "efd":
                    values.append(r.choice(FLOATS) if r.random() < 0.3 else r.uniform(-70000, 70000) * 10 ** r.randint(-9, 2))
                elif code == "?":
                    values.append(r.random() < 0.5)
                elif code in "csp":
                    values.append(bytes(r.randrange(256) for _ in range(1 if code == "c" else r.randint(0, 4))))
                else:
                    size = 8 * struct.calcsize(code)
                    values.append(r.choice(INTS) if r.random() < 0.05 else r.randrange(0, 2 ** (size - 1)) if code.isupper() or r.random() < 0.5 else r.randrange(-2 ** (size - 1), 0))
                    if "=" in fmt or "<" in fmt or ">" in fmt or "!" in fmt:
                        values[-1] = values[-1] >> (32 if code in "lL" else 0)
        if r.random() < 0.03:
            values = values[:-1]
        record("layout", fmt, "", attempt(layout, fmt))
        pack(fmt, *values)
        try:
            size = struct.calcsize(fmt)
        except struct.error:
            continue
        if "0p" not in fmt:
            unpack(fmt, bytes(r.randrange(256) for _ in range(size if r.random() < 0.95 else size + 1)))


if __name__ == "__main__":
    assert sys.byteorder == "little" and struct.calcsize("@l") == 8
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    print("# Written by record.py from CPython 3.11. Do not edit.")
    by_hand()
    at_random(count, random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1))
