# Seeds that are text, bytes or floats.
import random
for seed in ("", "a", "hello", "é☃", b"", b"hello", bytearray(b"hello"), 1.0, 2.5, -0.0, None):
    random.seed(seed)
    if seed is None:
        print("None", isinstance(random.random(), float))
    elif not isinstance(seed, float):
        print(repr(seed), random.random(), random.getrandbits(20))
    else:
        x = random.random()
        random.seed(seed)
        print(seed, x == random.random())
random.seed("text", version=1)
print(random.random())
random.seed(5, 2)
print(random.randrange(100), random.random())
for f in (lambda: random.seed([1]), lambda: random.seed(1, 2, 3)):
    try:
        print(f())
    except TypeError as e:
        print(type(e).__name__)
