# Dict comprehensions: nested, filtered, evaluation order, scope.
print({x: x * x for x in range(5)}, {v: k for k, v in {"a": 1, "b": 2}.items()},
    {k: v for k, v in zip("abc", [1, 2, 3]) if v != 2}, {(i, j): i * j for i in range(2) for j in range(2)},
    {x: {y: x + y for y in range(2)} for x in range(2)})
x = "outer"
print({x: i for i, x in enumerate("abc")}, x, {c: "hello".count(c) for c in "hello"},
    {**{k: 1 for k in "a"}, "b": 2}, {k.upper(): v for k, v in dict(a=1).items()})
log = []
def note(t, v):
    log.append(t)
    return v
{note("k", i): note("v", i) for i in note("it", [1, 2])}
print(log)
print({w: len(w) for w in "the quick brown the".split()},
    {n: "fizz" * (n % 3 == 0) + "buzz" * (n % 5 == 0) or n for n in range(1, 16)})
groups = {}
for w in "apple avocado bean banana cherry".split():
    groups.setdefault(w[0], []).append(w)
print(groups, {k: len(v) for k, v in groups.items()}, {len(v): k for k, v in groups.items()})
for f in (lambda: {[]: 1 for _ in "a"}, lambda: {k: 1 / k for k in (1, 0)}, lambda: {k: v for k, v in [1]},
        lambda: {k: v for k in 5 for v in k}):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
