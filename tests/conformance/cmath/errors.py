# Domain and range errors, wrong types.
import cmath
cases = [("log", 0), ("log10", 0), ("exp", 1000), ("exp", complex(0, cmath.inf)), ("sin", cmath.inf),
    ("cos", complex(1000, 1000)), ("sinh", 1000), ("atanh", 1), ("atan", 1j), ("sqrt", "4"), ("exp", None),
    ("tan", complex(cmath.inf, 1)), ("cosh", 800), ("log", 10**400), ("sqrt", 10**400)]
for name, z in cases:
    try:
        print(name, getattr(cmath, name)(z))
    except Exception as e:
        print(name, str(z)[:10], type(e).__name__, e)
for f in (lambda: cmath.log(), lambda: cmath.log(1, 0), lambda: cmath.log(1, 2, 3), lambda: cmath.exp(),
    lambda: cmath.nope, lambda: cmath.sqrt(x=4)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class C:
    def __complex__(self):
        return 3 + 4j
class F:
    def __float__(self):
        return -9.0
class I:
    def __index__(self):
        return 4
print(cmath.sqrt(C()), cmath.sqrt(F()), cmath.sqrt(I()), cmath.phase(I()),
    round(abs(cmath.sqrt(C())) ** 2, 9))
