print([x for x in range(5)], [x * x for x in range(5) if x % 2], [x for x in "abc" if x != "b" if x != "c"])
print([(x, y) for x in range(3) for y in range(x)], [x + y for x in "ab" for y in "cd"], [[y for y in range(x)] for x in range(4)])
print([x for row in [[1, 2], [3]] for x in row], [a + b for a, b in [(1, 2), (3, 4)]], [a for a, *b in ["xyz", "pq"]], [b for a, *b in ["xyz"]])
print([i if i % 2 else -i for i in range(5)], [x for x in [1, 2, 3] if not x == 2], [x or "zero" for x in range(2)], [lambda: x for x in range(1)][0]())
print([1 for _ in range(3)], [None for x in ()], [x for x in {1: 2}], [k + str(v) for k, v in {"a": 1}.items()], [c for c in "a-b" if c.isalpha()])
x = "outer"
print([x for x in range(2)], x)
d = {}
lst = [d for d["k"] in range(3)]
print(lst, d)


class T:
    pass


t = T()
print([t.a for t.a in "xy"], t.a)
print([[i * j for j in range(1, 4)] for i in range(1, 4)])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
primes = [n for n in range(2, 30) if all(n % p for p in range(2, int(n ** 0.5) + 1))]
print(primes, sum([i for i in range(10)]), len([0 for i in range(10) for j in range(10) if i < j]))
for bad in ("[x for x in 5]", "[x for x in [1] for y in x]", "[y for y in [z for z in q]]", "[a for a, b in [1]]", "[1 / x for x in (1, 0)]", "[x for x in [3] if x.y]"):
    try:
        eval(bad)
    except Exception as e:
        print(type(e).__name__, e)


def f():
    return [i for i in (yield 1)]


g = f()
next(g)
try:
    g.send("ab")
except StopIteration as e:
    print(e.value)
