# isclose, isfinite, isinf, isnan.
import math
for x in (0, 1.5, -2, math.inf, -math.inf, math.nan, 10**300, True, 1e308 * 10):
    print(x if x != 10**300 else "1e300", math.isfinite(x), math.isinf(x), math.isnan(x))
for args, kw in [((1, 1), {}), ((1, 1 + 1e-10), {}), ((1, 1 + 1e-8), {}), ((0, 1e-12), {}),
    ((0, 1e-12), {"abs_tol": 1e-9}), ((100, 101), {"rel_tol": 0.01}), ((100, 102), {"rel_tol": 0.01}),
    ((math.inf, math.inf), {}), ((math.inf, -math.inf), {}), ((math.inf, 1e308), {"rel_tol": 1.0}),
    ((math.nan, math.nan), {}), ((-1, 1), {"abs_tol": 2}), ((1, 2), {"rel_tol": 0.0, "abs_tol": 0.0}),
    ((10**20, 10**20 + 1), {})]:
    print(args, kw, math.isclose(*args, **kw))
for f in (lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.isclose(1, 2, abs_tol=-0.1),
    lambda: math.isclose(1), lambda: math.isclose(1, 2, 3), lambda: math.isnan("a"),
    lambda: math.isfinite(10**400), lambda: math.isinf(None), lambda: math.isclose("a", 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
