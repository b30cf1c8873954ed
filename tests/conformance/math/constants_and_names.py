# Constants and what the module offers.
import math
print(math.pi, math.e, math.tau, math.inf, -math.inf, math.nan, math.tau == 2 * math.pi,
    math.inf == float("inf"), math.nan != math.nan)
names = "acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist erf erfc exp exp2 expm1 fabs factorial floor fmod frexp fsum gamma gcd hypot isclose isfinite isinf isnan isqrt lcm ldexp lgamma log log10 log1p log2 modf nextafter perm pow prod radians remainder sin sinh sqrt tan tanh trunc ulp".split()
print([n for n in names if not callable(getattr(math, n, None))])
for f in (lambda: math.nope, lambda: math.sin(), lambda: math.sin(1, 2), lambda: math.sin("1"),
        lambda: math.sqrt(None), lambda: math.sin(x=1), lambda: math.cos(1j), lambda: math.floor([]),
        lambda: math.exp(10**400), lambda: math.atan2(1), lambda: math.pow(2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
