# log with bases, log2, log10, log1p; big ints; domain errors.
import math
def r(x):
    return format(x, ".12g")
for x in (0.5, 1, 2, 2.718281828459045, 10, 1000, 1e-300, 1e300):
    print(x, r(math.log(x)), r(math.log2(x)), r(math.log10(x)), r(math.log1p(x)), r(math.log(x, 3)))
print(math.log2(8), math.log2(2**100), math.log10(1000), math.log10(10**50), math.log2(0.125), math.log(1),
    math.log1p(0), math.log1p(-0.0), r(math.log(8, 2)), r(math.log(100, 10)), r(math.log(0.5, 0.25)))
print(r(math.log(10**400)), r(math.log10(10**400)), r(math.log2(2**5000)), r(math.log(10**400, 10)),
    r(math.log(2**2000, 2)), math.log(math.inf), math.log(math.nan), math.log2(math.inf),
    r(math.log(True + 1)), r(math.log1p(1e-15)))
for f in (lambda: math.log(0), lambda: math.log(-1), lambda: math.log2(0), lambda: math.log10(-5),
        lambda: math.log1p(-1), lambda: math.log1p(-2), lambda: math.log(-(10**400)), lambda: math.log(10, 1),
        lambda: math.log(10, 0), lambda: math.log(10, -2), lambda: math.log(-math.inf), lambda: math.log(),
        lambda: math.log("1"), lambda: math.log(1, 2, 3), lambda: math.log(0.0), lambda: math.log2(-0.5),
        lambda: math.log(10, "2"), lambda: math.log1p(10**400)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
