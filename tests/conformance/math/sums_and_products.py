# fsum is exact, prod multiplies with a start value.
import math
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]), math.fsum([]),
    math.fsum([1, 2, 3]), math.fsum([1e16, 1, 1e-16]), math.fsum([math.inf, 1]), math.fsum([-0.0, -0.0]),
    math.fsum(x / 7 for x in range(100)), math.fsum([2.0**53, -0.5, -2.0**-54]))
print(math.prod([]), math.prod([1, 2, 3, 4]), math.prod([0.5, 4]), math.prod([2] * 100),
    math.prod([2, 3], start=10), math.prod(range(1, 11)), math.prod((1.5,)), math.prod([1, 0, "a"]) == "",
    math.prod([2, "ab"]), math.prod([[1]], start=2))
for f in (lambda: math.fsum([math.inf, -math.inf]), lambda: math.fsum([1e308, 1e308]),
        lambda: math.fsum(["a"]), lambda: math.fsum(5), lambda: math.prod(5), lambda: math.prod(["a", "b"]),
        lambda: math.prod([1], 2), lambda: math.fsum([10**400]), lambda: math.prod([None])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
