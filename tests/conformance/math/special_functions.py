# gamma, lgamma, erf, erfc, to twelve digits; poles.
import math
def r(x):
    return format(x, ".12g")
print([r(math.gamma(x)) for x in (0.5, 1, 1.5, 2, 5, 10, 0.1, -0.5, -1.5, 20.5, 100, 170.5, 1e-5)])
print([r(math.lgamma(x)) for x in (0.5, 1, 2, 3, 10, 0.1, -0.5, -1.5, 100, 1000, 1e10, 1e-5)])
print([r(math.erf(x)) for x in (0, 0.1, 0.5, 1, 2, 3, -1, 6, 1e-10)], [r(math.erfc(x)) for x in (0, 0.1, 0.5,
    1, 2, 5, -1, 10, 26)])
print([math.gamma(n) == math.factorial(n - 1) for n in range(1, 12)], math.gamma(math.inf),
    math.lgamma(math.inf), math.lgamma(-math.inf), math.erf(math.inf), math.erf(-math.inf),
    math.erfc(math.inf), math.erfc(-math.inf), math.gamma(math.nan), math.erf(math.nan), math.erfc(40),
    math.erf(-0.0))
for f in (lambda: math.gamma(0), lambda: math.gamma(-1), lambda: math.gamma(-0.0), lambda: math.gamma(172),
        lambda: math.gamma(-math.inf), lambda: math.lgamma(0), lambda: math.lgamma(-3),
        lambda: math.lgamma(1e306), lambda: math.gamma("1"), lambda: math.erf(None),
        lambda: math.gamma(-1e20), lambda: math.gamma(1e-309)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
