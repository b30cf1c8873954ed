# The generator is Mersenne Twister: the same seed gives the same floats.
import random
for seed in (0, 1, 42, 12345, 2**40 + 7, 10**50, -5):
    random.seed(seed)
    print(seed, [random.random() for _ in range(4)])
random.seed(42)
a = [random.random() for _ in range(1000)]
random.seed(42)
print(a == [random.random() for _ in range(1000)], a[999], sum(a), min(a) >= 0.0, max(a) < 1.0,
    all(type(x) is float for x in a))
random.seed(7)
for _ in range(5000):
    random.random()
print(random.random())
random.seed(True)
x = random.random()
random.seed(1)
print(x == random.random())
random.seed()
print(0 <= random.random() < 1)
for bad in ([1], (1, 2), {}, 1j, object):
    try:
        random.seed(bad)
        print("seeded")
    except TypeError as e:
        print(type(e).__name__)
