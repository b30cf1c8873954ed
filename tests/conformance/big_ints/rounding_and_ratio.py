# round with negative digits, abs, as_integer_ratio, gcd-like loops on big ints.
n = 123456789012345678901234567895
for d in (0, 5, -1, -2, -5, -10, -28, -29, -30, -31):
    print(d, round(n, d), round(-n, d))
print(round(25 * 10**30, -31), round(35 * 10**30, -31), round(5 * 10**40, -41), round(15 * 10**40, -41))
print(round(10**40), abs(-(10**40)), +(10**40), -(-(10**40)))
print((0.1).as_integer_ratio(), (1e300).as_integer_ratio()[1], (10**25).as_integer_ratio())
print((10**30).numerator, (10**30).denominator, (10**30).real, (10**30).imag, (10**30).conjugate())

def gcd(a, b):
    while b:
        a, b = b, a % b
    return a

print(gcd(2**200 * 3**50, 2**100 * 3**80), gcd(10**50, 2**60), gcd(10**40 + 1, 10**40))
