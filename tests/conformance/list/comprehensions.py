# Nested loops, conditions, own scope, evaluation order.
print([x for x in range(5)], [x * y for x in range(3) for y in range(3) if x != y],
    [[j for j in range(i)] for i in range(4)], [x for x in [] ], [a + b for a, b in zip("abc", "xyz")],
    [y for x in [[1, 2], [3]] for y in x if y > 1 if y < 3])
x = "outer"
print([x for x in range(3)], x, [x for _ in range(2)], [(lambda: x)() for x in "ab"],
    [f() for f in [lambda: x for x in range(3)]], [f() for f in [lambda x=x: x for x in range(3)]])
print([i if i % 2 else -i for i in range(5)], [(i, j) for i in range(2) for j in range(i, 3)],
    [*[1 for _ in "ab"], 2], [v for k, v in sorted({"b": 2, "a": 1}.items())])
log = []
def note(tag, v):
    log.append(tag)
    return v
[note("body", i) for i in note("iter", [1, 2]) if note("cond", True)]
print(log)
print([y := 1, y ** 2], [last := n for n in range(4)], last, [z for n in range(5) if (z := n * n) > 5], z)
class C:
    items = [1, 2]
    doubled = [i * 2 for i in items]
print(C.doubled)
try:
    class D:
        k = 2
        bad = [i * k for i in [1]]
except NameError as e:
    print(e)
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [sum(r) for r in matrix],
    [c for r in matrix for c in r][::-1])
try:
    [1 / n for n in (1, 0)]
except ZeroDivisionError as e:
    print(e)
