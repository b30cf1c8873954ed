# frexp, ldexp, copysign, nextafter, ulp, modf.
import math
for x in (0.0, -0.0, 1.0, -3.5, 0.1, 1e300, 5e-324, 1024, math.inf, math.nan):
    print(x, math.frexp(x), math.ulp(x), math.copysign(2, x), math.copysign(x, -1))
for x, e in ((0.5, 3), (1, 10), (-0.75, -2), (1, 1023), (1, -1074), (1, -1075), (1.5, -1074), (0.0, 5000),
    (-0.0, 5), (1e-300, -10**20), (math.inf, -5), (0.1, 4)):
    print(x, e, math.ldexp(x, e))
print(math.nextafter(1, 2), math.nextafter(1, 0), math.nextafter(0, 1), math.nextafter(0, -1),
    math.nextafter(1, 1), math.nextafter(math.inf, 0), math.nextafter(1.7976931348623157e308, math.inf),
    math.nextafter(math.nan, 1), math.nextafter(-0.0, 0.0))
for f in (lambda: math.ldexp(1, 1024), lambda: math.ldexp(-1, 10**30), lambda: math.ldexp(1, 1.5),
        lambda: math.ldexp("1", 1), lambda: math.frexp("a"), lambda: math.copysign(1), lambda: math.ulp("x"),
        lambda: math.ldexp(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
