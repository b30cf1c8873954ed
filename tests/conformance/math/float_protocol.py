# Arguments with __float__ and __index__; errors raised inside them.
import math
class F:
    def __float__(self):
        return 0.25
class I:
    def __index__(self):
        return 16
class Text:
    def __float__(self):
        return "0.25"
class Raises:
    def __float__(self):
        raise LookupError("no float")
class Sub(float):
    pass
print(math.sqrt(F()), math.sqrt(I()), math.sqrt(Sub(9)), type(math.fabs(Sub(-1))).__name__,
    math.hypot(F(), 0), math.gcd(I(), 24), math.factorial(I()) // math.factorial(15), math.ldexp(F(), 16),
    math.isclose(F(), 0.25), math.fsum([F(), I()]), math.atan2(F(), I()) > 0, math.comb(I(), 2),
    math.isqrt(I()))
for f in (math.sqrt, math.sin, math.isnan, math.frexp):
    for bad in (Text(), Raises(), object(), "1", b"1", [], None):
        try:
            f(bad)
            print("ok")
        except (TypeError, LookupError) as e:
            print(type(e).__name__, e)
