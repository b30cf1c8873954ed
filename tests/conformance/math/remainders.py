# fmod keeps the sign of x; remainder is nearest, half to even; % keeps the sign of y.
import math
for x, y in ((7, 3), (-7, 3), (7, -3), (5.5, 2), (-5.5, 2), (1, 0.1), (3, 2), (5, 2), (0.0, 3), (-0.0, 3),
        (1e300, 7), (5, math.inf), (-5, math.inf), (2.5, 1), (3.5, 1), (10**20, 3)):
    print(x, y, math.fmod(x, y), math.remainder(x, y), x % y)
print(math.fmod(math.nan, 1), math.remainder(1, math.nan), math.fmod(1, -math.inf),
    math.remainder(-2.5, math.inf))
for f in (lambda: math.fmod(1, 0), lambda: math.fmod(math.inf, 1), lambda: math.remainder(1, 0),
        lambda: math.remainder(math.inf, 2), lambda: math.fmod("a", 1), lambda: math.fmod(1),
        lambda: math.fmod(10**400, 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
