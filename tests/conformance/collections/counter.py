# Counter: counting, arithmetic, most_common.
from collections import Counter
c = Counter("abracadabra")
print(c, c["a"], c["zz"], "zz" in c, c.most_common(2), c.most_common(), sorted(c.elements()), len(c),
    c.total())
c.update("aaz")
c.subtract({"b": 5})
c["new"] += 1
print(c["a"], c["b"], c["new"], c.most_common(1), c.most_common()[-1], c.total())
a, b = Counter(x=3, y=1), Counter(x=1, y=2, z=0)
print(a + b, a - b, a & b, a | b, +Counter(p=1, q=-1), -Counter(p=1, q=-1), a == Counter(y=1, x=3, w=0),
    a <= a + b, Counter([1, 1, 2]), Counter({"k": 2}), Counter(), Counter(a=0))
del a["x"]
del a["missing"]
a += Counter(y=5)
print(a, dict(a), sum(a.values()), Counter("hello world").most_common(3), isinstance(a, dict), a.copy() == a,
    type(a.copy()).__name__)
for f in (lambda: Counter(5), lambda: a + {"x": 1}, lambda: Counter.fromkeys("ab"), lambda: Counter([[]]),
        lambda: a.most_common("x"), lambda: Counter(1, 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
