"""Writes src/num/float/power/data.rs: the logarithms and exponentials that powers of floats start from.

python3 power.py
"""

import decimal
import math
import pathlib
import struct

decimal.getcontext().prec = 60
D = decimal.Decimal


def bits(value):
    word = struct.pack(">d", value).hex()
    return "0x" + "_".join(word[at : at + 4] for at in range(0, 16, 4))


def pair(value):
    """Two floats whose sum is the value to 106 bits."""
    high = float(value)
    return high, float(value - D(high))


def short(value, keep):
    """A float with only `keep` significant bits, and the rest."""
    mantissa, exponent = math.frexp(float(value))
    high = int(mantissa * 2**keep) / 2**keep * 2.0**exponent
    return high, float(value - D(high))


def constant(name, doc, values):
    parts = ", ".join("f64::from_bits(%s)" % bits(value) for value in values)
    return f"\n/// {doc}\npub(super) const {name}: (f64, f64) =\n    ({parts});\n"


def table(name, doc, rows):
    lines = "\n".join("    (f64::from_bits(%s), f64::from_bits(%s))," % (bits(a), bits(b)) for a, b in rows)
    return f"\n/// {doc}\npub(super) static {name}: [(f64, f64); {len(rows)}] = [\n{lines}\n];\n"


LN2 = D(2).ln()
out = "//! Constants of powers, each as two floats to be added. Written by tables/power.py: change that instead.\n"
out += constant("LN2", "ln 2; the first has 42 bits, so that multiples up to 2^11 are exact.", short(LN2, 42))
out += constant("LN2_32", "ln 2 / 32; the first has 36 bits, so that multiples up to 2^17 are exact.", short(LN2 / 32, 36))
out += constant("THIRD", "1 / 3.", pair(D(1) / 3))
out += table("LOGS", "ln(n / 32) for n from 22 to 46.", [pair((D(n) / 32).ln()) for n in range(22, 47)])
out += table("ROOTS", "2^(n / 32) for n from 0 to 31.", [pair((LN2 * n / 32).exp()) for n in range(32)])
path = pathlib.Path(__file__).resolve().parent.parent / "src/num/float/power/data.rs"
path.write_text(out)
