# Fibonacci, factorial, primes, square roots and e, all in exact ints.
a, b = 0, 1
for _ in range(300):
    a, b = b, a + b
print(a)

def isqrt(n):
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y

print(isqrt(2 * 10**100))
f = 1
for i in range(2, 71):
    f *= i
print(f, f % 71, (f + 1) % 71)
scale = 10**80
term = total = scale
k = 1
while term:
    term //= k
    total += term
    k += 1
print(total // 10**5)
for p in (13, 17, 19, 31, 61, 67, 89, 97, 101, 107, 127):
    s, m = 4, 2**p - 1
    for _ in range(p - 2):
        s = (s * s - 2) % m
    print(p, "prime" if s == 0 else "composite", end="; ")
print()
