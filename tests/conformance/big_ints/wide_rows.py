# Quotients and remainders of ints of odd and even numbers of limbs, at the edges of limbs, checked by multiplying back.
def numbers():
    for bits in (33, 47, 63, 64, 65, 95, 96, 97, 127, 128, 160, 192, 521):
        for offset in (-2, -1, 0, 1, 12345):
            yield (1 << bits) + offset
        yield (1 << bits) - (1 << bits // 2)
        yield (1 << bits) // 3


total = 0
seen = list(numbers())
for a in seen:
    for b in seen:
        for x, y in ((a, b), (-a, b), (a, -b), (a * b + 7, b), (a * b - 1, a), (-a * b, b + 1)):
            q, r = divmod(x, y)
            if q * y + r != x or not (0 <= r < y if y > 0 else y < r <= 0) or x // y != q or x % y != r:
                print("wrong", x, y, q, r)
            total = (total * 31 + q + r) & 0xFFFFFFFFFFFFFFFF
print(len(seen), hex(total))

m = (1 << 521) - 1
x = 3
for _ in range(50):
    x = x * x % m
print(hex(x))
print(hex((7**200 >> 5) & 0xFFFF), 7**200 & 1 << 100, hex(7**100 & (1 << 70) - 1), -(7**100) & 0xFFFF)

# What needs 64 bits and no more.
x = 42
for _ in range(5):
    x = (x * 1103515245 + 12345) & 0x7FFFFFFF
    print(x, x * 1103515245 - (1 << 60), (x << 30) // 7, -(x << 30) % 1000003, (x << 31 | 5) ^ 1 << 50, (x << 20) >> 3)
for n in (2**63 - 1, -(2**63), 2**63, 2**47, -(2**47), 2**47 - 1):
    print(n + 1, n - 1, n * n, n // -1, n % -1, n >> 40, n & 255, n | 1 << 60, n ^ -1)
