# Products: carries, signs, squares, and sizes where faster methods start.
a = 123456789012345678901234567890
b = 987654321098765432109876543210
print(a * b, -a * b, a * -b, -a * -b)
print(a * 0, a * 1, a * -1, 0 * a)
print(a * a == a**2, (a + b) * (a - b) == a * a - b * b)
n = 1
for i in range(1, 60):
    n *= i
print(n)
r = 10**300 + 7
s = 10**300 - 7
print(r * s == 10**600 - 49, len(str(r * s)))
m = (1 << 2000) - 1
print((m * m) == (1 << 4000) - (1 << 2001) + 1)
p = 3**1500
q = 7**900
print((p * q) % 1000000007, (p * q) // q == p, (p * q) % p)
print(2**32 * 2**32, (2**32 - 1) ** 2, (2**47) * (2**47), 3037000500**2)
