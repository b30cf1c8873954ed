# Random objects have their own state; getstate and setstate.
import random
a, b = random.Random(42), random.Random(42)
random.seed(99)
print([a.random() for _ in range(2)] == [b.random() for _ in range(2)], a.randint(1, 100), b.randint(1, 100),
    random.randint(1, 100))
state = a.getstate()
first = [a.random() for _ in range(3)]
a.setstate(state)
print(first == [a.random() for _ in range(3)], len(state), state[0], len(state[1]), state[2])
random.seed(5)
s = random.getstate()
x = [random.gauss(0, 1) for _ in range(3)]
random.setstate(s)
print(x == [random.gauss(0, 1) for _ in range(3)])
class Fixed(random.Random):
    def random(self):
        return 0.5
f = Fixed()
print(f.random(), f.uniform(0, 10), f.randrange(10), f.choice("abcd"), f.gauss(1, 0))
g = random.Random(1)
g.shuffle(letters := list("abcdef"))
print(letters, g.sample(range(9), 3), g.getrandbits(10), type(g).__name__, random.Random("seed").random(),
    random.Random(b"x").getrandbits(16))
for h in (lambda: a.setstate(5), lambda: a.setstate((9, (), None)), lambda: random.Random([1])):
    try:
        print(h())
    except Exception as e:
        print(type(e).__name__)
