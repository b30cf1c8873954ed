# sin cos tan and inverses, to twelve digits; domain errors.
import math
def r(x):
    return format(x, ".12g")
xs = (0.0, 0.1, 0.5, 1.0, 1.5, 2.0, 3.0, -1.0, 10.0, 100.0, 1e5)
for name in ("sin", "cos", "tan", "atan"):
    print(name, [r(getattr(math, name)(x)) for x in xs])
for name in ("asin", "acos"):
    print(name, [r(getattr(math, name)(x)) for x in (-1, -0.5, 0, 0.25, 0.5, 0.9, 1)])
print([r(math.atan2(y, x)) for y in (1, -1, 0.0, -0.0) for x in (1, -1, 0.0, -0.0)],
    [r(math.degrees(x)) for x in (0, 1, math.pi, -2.5)], [r(math.radians(x)) for x in (0, 90, 180, -45, 360)])
print(math.sin(0), math.sin(-0.0), math.cos(0), math.atan(0), math.atan2(0, 1), math.atan2(-0.0, 1),
    r(math.atan(math.inf)), r(math.atan2(math.inf, -math.inf)), math.sin(math.nan), r(math.hypot(3, 4)),
    math.hypot(), math.hypot(-5), math.hypot(1, 2, 2), math.hypot(math.inf, math.nan),
    r(math.dist((1, 2), (4, 6))))
for name, x in (("sin", math.inf), ("cos", -math.inf), ("tan", math.inf), ("asin", 1.5), ("acos", -2),
        ("asin", math.inf)):
    try:
        print(name, getattr(math, name)(x))
    except ValueError as e:
        print(name, x, e)
for f in (lambda: math.dist((1,), (1, 2)), lambda: math.dist(1, 2), lambda: math.hypot("3"),
    lambda: math.atan2("a", 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
