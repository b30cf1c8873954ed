# uniform, gauss and the other distributions, to twelve digits.
import random
def r(x):
    return format(x, ".12g")
random.seed(42)
print([r(random.uniform(1, 10)) for _ in range(3)], [r(random.uniform(5, -5)) for _ in range(2)],
    random.uniform(3, 3), [r(random.triangular()) for _ in range(2)], r(random.triangular(0, 10, 3)),
    random.triangular(4, 4))
print([r(random.gauss(0, 1)) for _ in range(5)], [r(random.normalvariate(10, 2)) for _ in range(3)],
    [r(random.expovariate(0.5)) for _ in range(3)], [r(random.lognormvariate(0, 0.25)) for _ in range(2)])
print([r(random.betavariate(2, 3)) for _ in range(2)], [r(random.gammavariate(2, 1.5)) for _ in range(2)],
    [r(random.gammavariate(0.5, 1)) for _ in range(2)], [r(random.paretovariate(3)) for _ in range(2)],
    [r(random.weibullvariate(1, 1.5)) for _ in range(2)], [r(random.vonmisesvariate(0, 4)) for _ in range(2)])
random.seed(1)
xs = [random.gauss(5, 2) for _ in range(2000)]
mean = sum(xs) / len(xs)
print(f"{mean:.9f} {(sum((x - mean) ** 2 for x in xs) / len(xs)) ** 0.5:.9f}")
for f in (lambda: random.uniform("a", 1), lambda: random.expovariate(0), lambda: random.gammavariate(0, 1),
        lambda: random.uniform(1), lambda: random.gauss("a", 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
