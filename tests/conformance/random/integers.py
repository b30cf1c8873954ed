# randrange, randint, getrandbits, randbytes: values and errors.
import random
random.seed(42)
print([random.randrange(10) for _ in range(12)], [random.randrange(5, 20, 3) for _ in range(8)],
    [random.randint(1, 6) for _ in range(12)], [random.randrange(-10, 0) for _ in range(5)],
    [random.randrange(10, 0, -3) for _ in range(5)])
print([random.getrandbits(k) for k in (0, 1, 2, 8, 16, 31, 32, 33, 64, 65, 100)], random.randrange(10**30),
    random.randint(-(2**70), 2**70), random.randrange(1), random.randint(5, 5), random.randbytes(8).hex(),
    random.randbytes(0))
random.seed(3)
counts = [0] * 6
for _ in range(6000):
    counts[random.randrange(6)] += 1
print(counts)
for f in (lambda: random.randrange(0), lambda: random.randrange(5, 5), lambda: random.randrange(5, 1),
        lambda: random.randrange(1, 5, 0), lambda: random.randint(2, 1), lambda: random.getrandbits(-1),
        lambda: random.getrandbits("8"), lambda: random.randrange(), lambda: random.randint(1),
        lambda: random.randrange(5, 1, 2), lambda: random.getrandbits(1.5), lambda: random.randrange(-3)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
