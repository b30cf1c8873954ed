# ceil, floor, trunc, fabs, modf, and the protocols behind them.
import math
for x in (0.0, -0.0, 0.5, -0.5, 1.0, 2.7, -2.7, 1e15 + 0.5, 1e300, 5, -7, True, 2**70):
    print(x, math.ceil(x), math.floor(x), math.trunc(x), math.fabs(x), math.modf(x))
class R:
    def __ceil__(self):
        return "up"
    def __floor__(self):
        return "down"
    def __trunc__(self):
        return "cut"
    def __float__(self):
        return 2.5
class F:
    def __float__(self):
        return -3.7
print(math.ceil(R()), math.floor(R()), math.trunc(R()), math.fabs(R()), math.modf(R()), math.ceil(F()),
    math.floor(F()), type(math.floor(2.5)).__name__, type(math.fabs(-3)).__name__)
inf, nan = math.inf, math.nan
print(math.modf(inf), math.modf(-inf), math.modf(nan), math.fabs(-inf), math.ceil(-0.5),
    math.floor(1e22) == 10**22)
for f in (lambda: math.ceil(inf), lambda: math.floor(nan), lambda: math.trunc(-inf), lambda: math.ceil("1"),
        lambda: math.trunc("1"), lambda: math.trunc(F()), lambda: math.floor(None), lambda: math.fabs("x"),
        lambda: math.trunc(1j)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
