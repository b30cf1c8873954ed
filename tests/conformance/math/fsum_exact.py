# Sums are exact until they are rounded once, whatever lies between the largest and the smallest number.
import math
import random


def attempt(values):
    try:
        return math.fsum(values)
    except (OverflowError, ValueError) as error:
        return str(error)


print(attempt([2.0 ** n - 2.0 ** (n + 50) + 2.0 ** (n + 52) for n in range(-1074, 972, 2)] + [-2.0 ** 1022]))
least, most, step = 5e-324, 1.7976931348623157e308, math.ldexp(1.0, 971)
for values in ([], [0.0], [-0.0], [1e100, 1.0, -1e100, 1e-100, 1e50, -1.0, -1e50], [2.0 ** 53, -0.5, -2.0 ** -54],
               [2.0 ** 53, 1.0, 2.0 ** -100], [2.0 ** 53 + 10, 1.0, 2.0 ** -100], [2.0 ** 53 - 4, 0.5, 2.0 ** -54],
               [least, least], [least, -least], [2.2250738585072014e-308, -least], [most, step / 4], [most, step / 2],
               [most, step], [-most, -step, step], [most, math.nextafter(step / 2, 0)], [1e308, 1e308, -1e308],
               [math.inf, 1], [math.inf, -math.inf], [math.nan, 1.0], [1e16, 1.0, 1e-16], [0.1] * 10, [True, 2, 3.5]):
    print(attempt(values))
random.seed(3)
for _ in range(100):
    values = [math.ldexp(random.uniform(-1, 1), random.randint(-1000, 1000)) for _ in range(random.randint(1, 60))]
    values += [-x * (1 + random.choice((0, 2.0 ** -52))) for x in values[:random.randint(0, 60)]]
    random.shuffle(values)
    print(attempt(values), attempt(values[::-1]))
