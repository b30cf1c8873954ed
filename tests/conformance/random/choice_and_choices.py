# choice of any sequence; choices with weights.
import random
random.seed(42)
print([random.choice("abcdef") for _ in range(8)], [random.choice([10, 20, 30]) for _ in range(8)],
    random.choice((1,)), [random.choice(range(100)) for _ in range(5)], random.choice(b"xyz"),
    random.choice({0: "zero"}))
print(random.choices("abc", k=6), random.choices([1, 2, 3], weights=[5, 1, 1], k=8),
    random.choices("xy", cum_weights=[1, 10], k=6), random.choices("ab"), random.choices("ab", k=0),
    random.choices(range(1000), k=3))
class Seq:
    def __len__(self):
        return 3
    def __getitem__(self, i):
        return "item%d" % i
print([random.choice(Seq()) for _ in range(4)])
for f in (lambda: random.choice([]), lambda: random.choice(""), lambda: random.choice({1, 2}),
        lambda: random.choice(5), lambda: random.choice(), lambda: random.choices([], k=1),
        lambda: random.choices("ab", [1], k=1), lambda: random.choices("ab", [0, 0]),
        lambda: random.choices("ab", [1, 1], cum_weights=[1, 2]), lambda: random.choices("ab", [-1, 0]),
        lambda: random.choice({"a": 1})):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
