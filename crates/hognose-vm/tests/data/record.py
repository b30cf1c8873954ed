"""Asks CPython 3.11 and writes what it answers into the files beside this one.

python3 record.py [name ...]   (all when none is named)

Text is escaped: what is not printable ASCII, and the backslash, is written \\{hex}.
"""

import decimal
import math
import pathlib
import random
import struct
import sys

HERE = pathlib.Path(__file__).resolve().parent


def escape(text):
    return "".join(c if " " <= c <= "~" and c != "\\" else "\\{%x}" % ord(c) for c in text)


def bits(value):
    return struct.pack(">d", value).hex()


def from_bits(value):
    return struct.unpack(">d", struct.pack(">Q", value))[0]


def answer(make):
    """The text of a result, or "!Type: message"."""
    try:
        return make()
    except Exception as error:
        return "!%s: %s" % (type(error).__name__, error)


HARD = [
    0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, 0.1, 0.2, 0.3, 1e16, 9999999999999998.0, 1e15, 123456789012345680.0, 1e-4, 1e-5,
    9.999e-5, 5e-324, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308, 2.0**53, 2.0**53 + 2,
    2.0**63, 2.0**64, 2.0**-44, 9007199254740993.0, 4503599627370496.5, 4503599627370497.5, 0.30000000000000004,
    1 / 3, 2 / 3, 1e22, 1e23, 1e100, 3.14159, 299792458.0, 6.02214076e23, 1e-10, 123.456, 0.05, 0.005, 1.005, 2.675,
    1.0000000000000002, 9.5, 99.5, 999.5, 0.95, 0.995, 9.995, 1e5, 1e6, 123456.0, 1234567.0, 999999.5, 9999995.0, 0.0001235,
    8.41e21, 9.409340012568248e18, 2.0**-1022, 2.0**1023, 2.0**122, 2.0**-122, math.inf, -math.inf, math.nan,
    5e-320, 1.5e-323, 4.35, 0.5e-15, 144115188075855870.0, 1e300, 7e-10, 1.9400994884341945e25, 3.6131332396758635e25,
]


def floats(count, seed):
    """Hard ones, then random ones of several kinds."""
    rng = random.Random(seed)
    yield from HARD
    for at in range(count):
        kind = at % 6
        if kind == 0:
            value = from_bits(rng.getrandbits(64))
        elif kind == 1:
            value = rng.uniform(-1000, 1000)
        elif kind == 2:
            value = round(rng.uniform(-1e6, 1e6), rng.randrange(6))
        elif kind == 3:
            value = rng.randrange(-10**rng.randrange(1, 20), 10**rng.randrange(1, 20)) / 2 ** rng.randrange(0, 12)
        elif kind == 4:
            value = float("%de%d" % (rng.randrange(10 ** rng.randrange(1, 18)), rng.randrange(-330, 300)))
        else:
            value = 2.0 ** rng.randrange(-1074, 1023) * rng.choice([1, 3, 5, 1 - 2.0**-53])
        yield value


def float_repr():
    for value in floats(1500, 1):
        yield bits(value), repr(value), value.hex()


def float_percent():
    rng = random.Random(2)
    for value in floats(1500, 3):
        kind = rng.choice("eEfFgG")
        precision = rng.choice([0, 0, 1, 2, 3, 5, 6, 10, 15, 16, 17, 20, 30, 40, rng.randrange(350), 780, 1080, 1200])
        if abs(value) > 1e60 and kind in "fF" and precision > 40:
            precision = 2
        if precision > 350 and rng.random() < 0.8:
            precision = 3
        flag = rng.choice(["", "", "", "#"])
        yield bits(value), flag, precision, kind, ("%" + flag + "." + str(precision) + kind) % value


def float_round():
    rng = random.Random(4)
    for value in floats(1000, 5):
        if not math.isfinite(value):
            continue
        places = rng.choice([0, 1, 2, 3, 4, 8, 15, 16, 17, 20, -1, -2, -3, -5, -15, -308, -309, 300, 320, 323, 324, rng.randrange(-330, 340)])
        yield bits(value), places, answer(lambda: bits(round(value, places)))
        if abs(value) < 1e18:
            yield bits(value), "int", str(round(value))
    yield bits(1.7976931348623157e308), -308, answer(lambda: bits(round(1.7976931348623157e308, -308)))


def float_parse():
    texts = [
        "", " ", "1", " 1 ", "+1", "-1", "1.", ".5", ".", "+", "-", "1e5", "1E5", "1e+5", "1e-5", "1e", "1e+", "e5", ".e5",
        "1.e5", "1_000", "1__0", "_1", "1_", "1_.5", "1._5", "1_e5", "1e_5", "1e5_0", "1e5_", "1_0.2_5e1_0", "inf", "-inf", "+INF",
        "Infinity", "iNfInItY", "infinit", "nan", "-nan", "NaN", "+nan", "nan(1)", "in_f", "0x10", "1,5", "1 2", "--1",
        "\u0661\u0662.\u0665", "\uff11\uff12", "\u3000 12\n", "1\u00b2", "\u0661_\u0662", "1e\u0665", "1e400", "-1e400", "1e-400", "1e99999999999999999999",
        "1e-99999999999999999999", "0e99999999999999999999", "0" * 900 + "1", "0." + "0" * 900 + "1e901", "1" + "0" * 900 + "e-900",
        "9007199254740993", "9007199254740992.99999999999999999999", "9007199254740993." + "0" * 800 + "1", "9_007199254740993." + "0" * 900 + "1",
        "9_007199254740993." + "0" * 900, "2.2250738585072011e-308", "2.2250738585072012e-308", "4.9e-324", "2.4e-324", "2.5e-324", "1.7976931348623158e308", "1.7976931348623159e308",
        "179769313486231580793" + "0" * 288, "\x00", "1\x00", "\ud800", "12\ud800", "1\u20ac", "True", "1j", "1d5", "\x1c1\x1f", "1\x85", "\u200b1",
    ]
    for value in HARD:
        if math.isfinite(value) and value:
            # Half way to the next float, exactly, and a little to both sides.
            after = math.nextafter(value, math.inf)
            if math.isfinite(after):
                middle = (decimal.Decimal(value) + decimal.Decimal(after)) / 2
                texts += [str(middle), str(middle) + "1" if "E" not in str(middle) else str(middle)]
                texts.append(str(middle.next_minus())[:900])
    rng = random.Random(6)
    for value in floats(300, 7):
        text = "%.*e" % (rng.randrange(25), value)
        if rng.random() < 0.3 and text[1:2].isdigit():
            text = text[0] + "_" + text[1:]
        texts.append(text)
    for text in texts:
        yield escape(text), answer(lambda: bits(float(text)))


def float_hex():
    texts = [
        "", "0x", "1", "0x1", "1.8", "0x1.8p1", "0X1.8P+1", " 0x1p-1074 ", "0x1p-1075", "0x1.0000000000001p-1075", "0x0.8p-1074", "0x1.8p-1074",
        "0x1p1023", "0x1p1024", "-0x1p1024", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "0x1.fffffffffffff7ffffffffffffp1023", "0x1.00000000000008p0",
        "0x1.00000000000008000000001p0", "0x1.00000000000018p0", "inf", "-INF", "nan", "infinity", "0x.8", "0x8.", "0x.", ".", "p5", "0xp5", "0x1p", "0x1p+", "0x1p1.5",
        "0x1_0", "0x" + "0" * 100 + "1", "0x1" + "0" * 100 + "p-400", "0x." + "0" * 300 + "1p1200", "0x1p99999999999999", "0x0p99999999999999", "0x1p-99999999999999", "-0x0.0p0",
        "+0x1", "--1", "0x1 p1", "1e5", "ff.ff", "0x1.921fb54442d18p+1", "\u3000 0x1p0", "\u0661",
    ]
    rng = random.Random(8)
    for value in floats(150, 9):
        texts.append(value.hex())
    for _ in range(200):
        texts.append("0x%x.%xp%d" % (rng.getrandbits(rng.randrange(1, 80)), rng.getrandbits(rng.randrange(1, 80)), rng.randrange(-1200, 1100)))
    for text in texts:
        yield escape(text), answer(lambda: bits(float.fromhex(text)))


def float_arith():
    rng = random.Random(10)
    values = list(floats(600, 11))
    for value in HARD:
        for other in [0.0, -1.0, 0.1, -3.0, math.inf, -math.inf, math.nan]:
            for a, b in ((value, other), (other, value)):
                yield bits(a), bits(b), answer(lambda: bits(a // b)), answer(lambda: bits(a % b))
    for _ in range(500):
        a, b = rng.choice(values), rng.choice(values)
        yield bits(a), bits(b), answer(lambda: bits(a // b)), answer(lambda: bits(a % b))


def float_pow():
    def power(a, b):
        result = a**b
        return "complex" if isinstance(result, complex) else bits(result)

    edge = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 3.0, -3.0, 1.5, 1e300, -1e300, 5e-324, math.inf, -math.inf, math.nan, 2.0**53, 2.0**53 + 2, -1075.0, 1024.0]
    for a in edge:
        for b in edge:
            yield bits(a), bits(b), answer(lambda: power(a, b))
    rng = random.Random(12)
    for at in range(1200):
        if at % 2:
            a, b = rng.uniform(0, 100), rng.uniform(-20, 20)
        elif at % 4:
            a, b = float(rng.randrange(1, 1000)) / rng.choice([1, 10, 100]), float(rng.randrange(-10, 30))
        else:
            a, b = rng.uniform(0, 10), rng.choice([0.5, 2.0, 3.0, -1.0, 1 / 3, 1.5, 0.25, 10.0, -0.5])
        yield bits(a), bits(b), answer(lambda: power(a, b))


def random_spec(rng):
    """A format specification, mostly valid."""
    maybe = lambda odds, choices: rng.choice(choices) if rng.random() < odds else ""
    spec = maybe(0.3, ["", "*", "0", "\u00e9", "<", "{", "\ud800", " "]) + maybe(0.5, "<>^=")
    spec += maybe(0.3, "+- ") + maybe(0.1, "z") + maybe(0.15, "#") + maybe(0.25, "0")
    spec += maybe(0.5, [str(rng.randrange(30)), str(rng.randrange(12)), "\u0663", "99999999999999999999"[: rng.choice([1, 1, 1, 20])]])
    spec += maybe(0.2, [",", "_", ",_", "_,"] if rng.random() < 0.1 else ",_")
    spec += maybe(0.3, ["." + str(rng.randrange(12)), ".0", ".", ".99999999999", ".3"][: rng.choice([2, 2, 5])])
    spec += maybe(0.7, "dddbcoxXneEfFgG%sy\x01\u00e9" if rng.random() < 0.5 else "dxfgs%")
    spec += maybe(0.02, ["a", " ", "5", "}"])
    return spec


NUMBERS = [0, 1, -1, 7, 42, -42, 255, 1000, -1000, 999999, 1234567, -12345678, 2**31, 2**47, -(2**63), 2**64, 10**20, -(10**30) - 7, 2**200 + 12345, 0x110000, 65, 0x20AC, 0xD800]
WORDS = ["", "a", "abc", "h\u00e9llo", "\u65e5\u672c\u8a9e", "\U0001f600x", "hello world", "\ud800", "tab\t"]


def format_spec():
    rng = random.Random(20)
    values = list(floats(300, 21))
    for at in range(2200):
        spec = random_spec(rng)
        kind = "ifsc"[at % 4] if at % 8 < 7 else "f"
        if kind == "i":
            value = rng.choice(NUMBERS)
            shown = str(value)
        elif kind == "f":
            value = rng.choice(values)
            shown = bits(value)
        elif kind == "s":
            value = rng.choice(WORDS)
            shown = escape(value)
        else:
            value = complex(rng.choice(values), rng.choice(values))
            if rng.random() < 0.3:
                value = complex(rng.choice([0.0, -0.0]), value.imag)
            shown = bits(value.real) + " " + bits(value.imag)
        if spec == "":
            continue
        yield kind, shown, escape(spec), escape(answer(lambda: format(value, spec)))
    for value in values:
        value = complex(value, rng.choice(values))
        yield "r", bits(value.real) + " " + bits(value.imag), "", repr(value)


def percent():
    rng = random.Random(22)
    maybe = lambda odds, choices: rng.choice(choices) if rng.random() < odds else ""
    values = list(floats(200, 23))
    for at in range(2500):
        star = []
        text = maybe(0.3, ["a", "\u00e9%%", "%%", "x%%y"]) + "%"
        text += maybe(0.1, ["(k)", "(k(x))", "()", "(k"] if rng.random() < 0.3 else ["(k)"])
        mapped = "(" in text
        for flag in "-+ #0":
            text += maybe(0.2, flag)
        if rng.random() < 0.1 and not mapped:
            text += "*"
            star.append(rng.randrange(-12, 12))
        else:
            text += maybe(0.5, [str(rng.randrange(1, 25)), "99999999999999999999"[: rng.choice([1, 1, 1, 1, 20])]])
        if rng.random() < 0.3:
            text += "."
            if rng.random() < 0.2 and not mapped:
                text += "*"
                star.append(rng.randrange(-5, 12))
            else:
                text += maybe(0.9, [str(rng.randrange(12)), "0", "99999999999"[: rng.choice([1, 1, 1, 11])]])
        text += maybe(0.1, "hlL")
        text += maybe(0.98, "diouxXeEfFgGcrsa" if rng.random() < 0.96 else "%y\u00e9b\n)")
        text += maybe(0.3, ["z", " %% ", "\u20ac"])
        conversion = text.rstrip("z\u20ac").removesuffix(" %% ")[-1:]
        if conversion in "eEfFgG":
            value = rng.choice(values)
            shown = "f " + bits(value)
        elif conversion in "rsa":
            value = rng.choice(WORDS)
            shown = "s " + escape(value)
        else:
            value = rng.choice(NUMBERS)
            shown = "i " + str(value)
        if "(" in text:
            arguments = {"k": value, "k(x)": value, "": value}
        else:
            arguments = (*star, value)
        result = answer(lambda: text % arguments)
        if result.startswith("!TypeError"):
            continue
        yield escape(text), ",".join(map(str, star)), shown, escape(result)


class Probe:
    """Shows which way a field name went."""

    def __init__(self, way):
        self.way = way

    def __getattr__(self, name):
        if name.startswith("__") and name != "__x":
            raise AttributeError(name)
        return Probe(self.way + ".A" + name)

    def __getitem__(self, key):
        return Probe(self.way + (".I%d" if isinstance(key, int) else ".K%s") % key)

    def __format__(self, spec):
        return "<%s:%s>" % (self.way, spec)

    def __repr__(self):
        return "r" + self.way


def str_format():
    positional = [Probe("P%d" % at) for at in range(10)]
    texts = [
        "", "a", "{", "}", "{}", "{0}{}", "{}{0}", "{a}{}", "{}{a}{}", "{!", "{!r", "{!r:", "{!rx}", "{!x}", "{!}", "{:", "{:{}", "{:{}}", "{:{a}x{b}}", "{0", "{0.}", "{0[}",
        "{0[]}", "{0[0]x}", "{0.x[1][k]}", "{{}}", "{a{b}", "{99999999999999999999}", "{0[99999999999999999999]}", "{0[-1]}", "{ 0}", "{0 }", "{0[a}b]}", "{0[a:b]}",
        "{a!r:>5}", "{!\u00e9}", "{!\x01}", "{:}}", "a}b", "}}{{", "{0!r }", "{.x}", "{[0]}", "{}.{}", "{a.b.c}", "{\u0663}", "{!s!r}", "{:!r}", "{0x}", "{0..x}", "{0.[x}",
        "{a:{{}}}", "x{{{a}}}y", "{{a}}}", "{{{", "}}}", "{a[b}", "{a]}", "{a.b]}", "{a[b]]}", "{a[b].c}", "{a[b]c}", "{a:b:c}", "{a!s:{b}{c}}", "\u00e9{a}\u20ac", "{:{}}{}", "{:{1}}",
        "{0:{}}", "{a.b[0].c[d]!r:^{w}.{p}f}", "{[}", "{]}", "{[a]b}", "{a[0]}{a[00]}{a[\u0661]}", "{:{:{}}}", "{a:{b:{c}}}", "{a:}", "{a!r}", "{!r}", "{!s:}", "{a!}}", "{a!:}",
    ]
    rng = random.Random(24)
    for _ in range(400):
        texts.append("".join(rng.choice("{}{}ab.[]!:r0 1") for _ in range(rng.randrange(2, 12))))
    for text in texts:
        named = {name: Probe("N" + name) for name in NAMES}
        yield escape(text), escape(answer(lambda: text.format(*positional, **named)))


NAMES = ["a", "b", "c", "w", "p", "ab", "ba", "aa", "bb", "r", "ra", "ar", "br", "rb", "rr"]


def text_repr():
    rng = random.Random(30)
    texts = WORDS + ["'", '"', "'\"", "it's", 'say "hi"', "\\", "\n\r\t\0\x7f\x80\xa0\xad\xff", "\u0100\u2028\ufeff\uffff\ue000", "\U00010000\U000e0001\U0010ffff\U0001f4a9", "\u0378\u30a0"]
    for _ in range(300):
        texts.append("".join(chr(rng.choice([rng.randrange(128), rng.randrange(0x800), rng.randrange(0x10000), rng.randrange(0x110000), 39, 34])) for _ in range(rng.randrange(12))))
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        yield data.hex(), escape(repr(text)), ascii(text), repr(data)


def utf8_errors():
    rng = random.Random(31)
    pieces = [b"a", b"\xc3\xa9", b"\xe2\x82\xac", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\x80", b"\xbf", b"\xc0\x80", b"\xc1", b"\xe0\x80\x80", b"\xe0\xa0", b"\xe1", b"\xf0\x80", b"\xf0\x90\x80", b"\xf4\x90\x80\x80", b"\xf4\x8f\xbf", b"\xf5", b"\xff", b"\xed\xa0", b"\xed", b"\xc2", b"\xe2\x82", b"\xf1\x80\x80"]
    for at in range(500):
        data = b"".join(rng.choice(pieces) for _ in range(rng.randrange(1, 6)))
        if at % 5 == 0:
            data = bytes(rng.choice([rng.randrange(256), rng.randrange(0x80, 0xC0), rng.randrange(0xE0, 0xF5)]) for _ in range(rng.randrange(1, 8)))

        def strict(errors):
            try:
                data.decode("utf-8", errors)
                return "ok"
            except UnicodeDecodeError as error:
                return "%d %d %s" % (error.start, error.end, error.reason)

        decoded = [data.decode("utf-8", how).encode("utf-8", "surrogatepass").hex() for how in ("replace", "ignore", "backslashreplace", "surrogateescape")]
        yield data.hex(), strict("strict"), strict("surrogatepass"), *decoded


def case_words():
    rng = random.Random(32)
    letters = "aAbZ\u00df\u03c3\u03a3\u0130\u0131\u01c5\u01c4\ufb01\u1e9e\u0345\u0300\u1f88\u1f80'. -1\u2019\u00ad\u02b0\u10d0\u1c90\u13a0\uab70\ud800\u0149\u0390\u1fb7\u00aa\u2160\u24d0"
    for _ in range(600):
        text = "".join(rng.choice(letters) for _ in range(rng.randrange(1, 8)))
        tests = "".join("01"[getattr(text, name)()] for name in TESTS)
        yield escape(text), *(escape(getattr(text, name)()) for name in "lower upper title capitalize swapcase casefold".split()), tests


TESTS = "isalpha isalnum isdecimal isdigit isnumeric isspace isprintable isidentifier islower isupper istitle".split()


def int_parse():
    texts = ["", "0", "-0", "+0", "00", "0_0", "12", "-12", "1_2", "1__2", "_1", "1_", "+ 1", "--1", "0x10", "0X1F", "0b101", "0o17", "0x", "0b2", "0x_1", "0_x1", "017", "z", "Z9", "1.0", "1e5", " 12 ", "\t-12\n",
        "\u0661\u0662", "\uff11_\uff12", "\u3000 7", "7\u00b2", "\x1c7", "7\x1f", "\x857", "9" * 100, "-" + "8" * 60, "1_000_000", "0b", "0b_1", "0o_", "-0x1f", "+0b1", "0x1g", "12\x00", "\ud800", "0b1_0", "0xf_f_", "1 2", "00_1", "0_1", "01", "0_7"]
    for text in texts:
        for base in (10, 0, 2, 8, 16, 36, 7):
            yield escape(text), base, answer(lambda: str(int(text, base)))


def hashes():
    for value in NUMBERS + [2**61 - 1, 2**61, 2**61 - 2, -(2**61), 2**122 - 1, 1 - 2**61, 10**100, -(10**99)]:
        yield "i", value, hash(value)
    for value in floats(300, 40):
        if value == value:
            yield "f", bits(value), hash(value)
    for real, imag in [(1.0, 2.0), (0.0, -1.0), (-1.0, 0.0), (1e300, -0.5), (0.1, math.inf)]:
        yield "c", bits(real) + " " + bits(imag), hash(complex(real, imag))
    for items in [(), (1,), (1, 2, 3), (0, 0), (-1, -2), tuple(range(50)), (2**40, -7)]:
        yield "t", " ".join(map(str, items)), hash(items)
        yield "s", " ".join(map(str, set(items))), hash(frozenset(items))


def randoms():
    seeds = [0, 1, -1, 42, 2**32, 2**64 + 5, 10**50, 12345678901234567890, "", "hello", "h\u00e9llo", "a" * 200, b"\0\xff", 1.5, -0.25, math.inf]
    for seed in seeds:
        made = random.Random(seed)
        if isinstance(seed, str):
            shown = "s " + escape(seed)
        elif isinstance(seed, bytes):
            shown = "b " + seed.hex()
        elif isinstance(seed, float):
            shown = "f " + bits(seed)
        else:
            shown = "i " + str(seed)
        drawn = [bits(made.random()) for _ in range(3)]
        drawn += [str(made.getrandbits(k)) for k in (1, 7, 32, 33, 64, 65, 100, 128, 1000)]
        drawn += [str(made.randrange(n)) for n in (1, 2, 3, 10, 1000, 2**32, 2**33 + 1, 2**63)]
        for _ in range(700):
            made.random()
        yield shown, " ".join(drawn), bits(made.random())


RECORDERS = {
    f.__name__: f
    for f in (float_repr, float_percent, float_round, float_parse, float_hex, float_arith, float_pow, format_spec, percent, str_format, text_repr, utf8_errors, case_words, int_parse, hashes, randoms)
}


def main():
    sys.set_int_max_str_digits(0)
    decimal.getcontext().prec = 1200
    for name in sys.argv[1:] or RECORDERS:
        lines = ["\t".join(map(str, case)) for case in RECORDERS[name]()]
        (HERE / (name + ".txt")).write_text("\n".join(lines) + "\n")
        print(name, len(lines))


if __name__ == "__main__":
    main()
