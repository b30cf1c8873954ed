# factorial, gcd, lcm, isqrt, comb, perm.
import math
print([math.factorial(n) for n in range(11)], math.factorial(30), math.factorial(True))
print(math.gcd(), math.gcd(12), math.gcd(12, 18), math.gcd(-12, 18), math.gcd(0, 5), math.gcd(0, 0),
    math.gcd(12, 18, 27), math.gcd(2**100, 6**50), math.gcd(True, 2), math.lcm(), math.lcm(4, 6),
    math.lcm(-4, 6), math.lcm(0, 5), math.lcm(2, 3, 4, 5), math.lcm(10**20, 10**15 * 3))
print([math.isqrt(n) for n in (0, 1, 2, 3, 4, 15, 16, 17, 99, 100)], math.isqrt(10**40),
    math.isqrt(10**40 - 1), math.isqrt(2 * 10**60))
print([math.comb(6, k) for k in range(8)], math.comb(100, 50), [math.perm(5, k) for k in range(7)],
    math.perm(5), math.perm(30, 10), math.comb(0, 0), math.comb(10**10, 2))
for f in (lambda: math.factorial(-1), lambda: math.factorial(2.0), lambda: math.factorial("3"),
        lambda: math.factorial(2.5), lambda: math.gcd(1.5), lambda: math.gcd("a", 1), lambda: math.lcm(2.0),
        lambda: math.isqrt(-1), lambda: math.isqrt(4.0), lambda: math.comb(-1, 2), lambda: math.comb(2, -1),
        lambda: math.perm(-1), lambda: math.perm(3, -1), lambda: math.comb(2.0, 1), lambda: math.comb(1),
        lambda: math.factorial(None)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
