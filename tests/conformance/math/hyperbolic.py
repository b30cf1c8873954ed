# sinh cosh tanh and inverses.
import math
def r(x):
    return format(x, ".12g")
for name, xs in (("sinh", (0, 0.001, 1, -2, 10, 100)), ("cosh", (0, 0.001, 1, -2, 10, 100)),
    ("tanh", (0, 0.001, 0.5, -2, 10, 100)), ("asinh", (0, 0.001, 1, -2, 1e10)),
    ("acosh", (1, 1.5, 2, 100, 1e10)), ("atanh", (0, 0.5, -0.5, 0.999, -0.001))):
    print(name, [r(getattr(math, name)(x)) for x in xs])
inf = math.inf
print(math.sinh(inf), math.sinh(-inf), math.cosh(-inf), math.tanh(inf), math.tanh(-inf), math.asinh(-inf),
    math.acosh(inf), math.sinh(-0.0), math.tanh(-0.0), math.asinh(-0.0), math.atanh(-0.0),
    math.tanh(math.nan), math.acosh(1))
for name, x in (("sinh", 1000), ("sinh", -1000), ("cosh", 1000), ("acosh", 0.5), ("acosh", -inf),
        ("atanh", 1), ("atanh", -1), ("atanh", 2), ("atanh", inf)):
    try:
        print(name, getattr(math, name)(x))
    except (ValueError, OverflowError) as e:
        print(name, x, type(e).__name__, e)
