# Accumulated rounding is plain IEEE double arithmetic, step by step.
total = 0.0
for i in range(10):
    total += 0.1
print(total, total == 1.0, sum([0.1] * 3), sum([0.1] * 3) == 0.3)
print(0.1 + 0.7, 0.1 * 3, 1.1 + 2.2, 3 * 1.1, 0.3 - 0.1, 1 - 0.9, 4.35 * 100, 1.15 * 100)
print(1e16 + 1, 1e16 + 2, 1e308 * 10, -1e308 * 10, 1e-200 * 1e-200, (1e308 + 1e308) - 1e308)
eps = 1.0
while 1.0 + eps / 2 != 1.0:
    eps /= 2
print(eps)
big = 1.0
while big * 2 != big:
    last = big
    big *= 2
print(last, big)
small = 1.0
while small / 2:
    small /= 2
print(small)
x = 0.5
for _ in range(40):
    x = 3.9 * x * (1 - x)
print(x)
h = 0.0
for k in range(1, 2001):
    h += 1 / k
print(h, sum(1 / k for k in range(2000, 0, -1)))
