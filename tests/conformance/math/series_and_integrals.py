# Numerical work on top of math: series, Simpson, Newton, statistics.
import math
def pi_machin(n):
    def arctan(x):
        return sum((-1) ** k / ((2 * k + 1) * x ** (2 * k + 1)) for k in range(n))
    return 4 * (4 * arctan(5) - arctan(239))
def simpson(f, a, b, n):
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + 4 * sum(f(a + i * h) for i in range(1, n,
        2)) + 2 * sum(f(a + i * h) for i in range(2, n, 2)))
def newton(f, d, x):
    for _ in range(50):
        x, old = x - f(x) / d(x), x
        if math.isclose(x, old, rel_tol=1e-14):
            return x
print(f"{pi_machin(12):.13f} {math.pi:.13f}")
print(f"{simpson(math.sin, 0, math.pi, 100):.9f} {simpson(lambda x: math.exp(-x * x), -5, 5, 200):.9f} {math.sqrt(math.pi):.9f}")
print(f"{newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0):.12f} {newton(lambda x: math.cos(x) - x, lambda x: -math.sin(x) - 1, 1.0):.12f}")
data = [2.5, 3.5, 1.0, 4.75, 3.25]
mean = math.fsum(data) / len(data)
print(mean, f"{math.sqrt(math.fsum((x - mean) ** 2 for x in data) / (len(data) - 1)):.12f}", math.prod(data),
    sorted(data)[len(data) // 2])
print([f"{math.degrees(math.atan2(y, x)):.3f}" for x, y in ((1, 0), (1, 1), (-1, 1), (-1, -1))],
    f"{2 * math.asin(math.sqrt(math.sin(0.3) ** 2 + math.cos(0.5) * math.cos(1.1) * math.sin(0.2) ** 2)) * 6371:.6f}")
