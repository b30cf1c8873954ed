"""What CPython's cmath gives on a grid of ordinary and special numbers: function, argument, result, as bits."""
import cmath, math, struct

VALUES = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 1e-310, -1e-310, 1e300, -1e300, 1.7e308, 710.0, -710.0, 1e-200,
          math.inf, -math.inf, math.nan, 0.9, 3.0]
NAMES = "acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh rect".split()


def bits(x):
    return "nan" if x != x else struct.pack(">d", x).hex()


for name in NAMES:
    for re in VALUES:
        for im in VALUES:
            try:
                f = getattr(cmath, name)
                r = f(re, im) if name == "rect" else f(complex(re, im))
                out = bits(r.real) + " " + bits(r.imag)
            except ValueError:
                out = "domain"
            except OverflowError:
                out = "range"
            print(name, bits(re), bits(im), out)
