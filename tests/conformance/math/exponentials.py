# exp, exp2, expm1, pow, sqrt, cbrt.
import math
def r(x):
    return format(x, ".12g")
print([r(math.exp(x)) for x in (0, 1, -1, 0.5, 10, -10, 700, -745)], math.exp(-800), math.exp(-math.inf),
    math.exp(math.inf), [r(math.exp2(x)) for x in (0, 0.5, 10, -3)], [r(math.expm1(x)) for x in (0, 1e-10, 1,
    -1, -50)], math.expm1(-0.0))
print(math.sqrt(4), math.sqrt(2), math.sqrt(0), math.sqrt(-0.0), math.sqrt(1e300), math.sqrt(10**40),
    math.sqrt(math.inf), math.sqrt(0.01), math.sqrt(1e-320), r(math.cbrt(27)), r(math.cbrt(-8)),
    r(math.cbrt(2)), math.cbrt(-0.0))
print(math.pow(2, 10), math.pow(2, 0.5), math.pow(-2, 3), math.pow(0, 0), math.pow(math.nan, 0),
    math.pow(1, math.nan), math.pow(math.inf, -1), math.pow(-math.inf, 3), math.pow(0.5, math.inf),
    math.pow(-1, math.inf), math.pow(2, -1074), math.pow(-0.0, 3), math.pow(10, 20))
for f in (lambda: math.exp(1000), lambda: math.expm1(1000), lambda: math.sqrt(-1),
        lambda: math.sqrt(-math.inf), lambda: math.pow(-2, 0.5), lambda: math.pow(0, -1),
        lambda: math.pow(10, 400), lambda: math.pow(-10, 401), lambda: math.sqrt(10**400),
        lambda: math.exp2(2000), lambda: math.pow(0.0, -0.5), lambda: math.sqrt("4"), lambda: math.sqrt(1j),
        lambda: math.pow("a", 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
