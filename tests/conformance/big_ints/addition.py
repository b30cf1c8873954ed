# Sums and differences that cross machine word boundaries, both ways.
a = 2**64 - 1
b = 2**64 + 1
print(a + b, a - b, b - a, -a - b, -a + b, a + 1, -b - 1)
x = 1
for i in range(1, 8):
    x = x + x * 10**9 * i
    print(x, -x)
big = 10**60
print(big + 1 - big, big - big, type(big - big).__name__, big - (big - 5))
print((10**60 + 10**30) - (10**60), 10**60 - 10**59)
total = 0
for k in range(200):
    total += 3**k
print(total, total == (3**200 - 1) // 2)
total -= total
print(total, total is not None, [10, 20][total])
print(sum([2**70, -(2**70), 5]), sum([2**70] * 3, 1))
print(a + True, a + 0.0, 1.5 - a)
