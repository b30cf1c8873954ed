g = (x * x for x in range(5) if x % 2)
print(list(g), list(g))
print(sum(x for x in range(4)), max((len(w) for w in ["a", "bbb"]), default=0))
print(list((a, b) for a in range(2) for b in "xy"))
print(list(x for row in [[1, 2], [3]] for x in row if x != 2))
print(type((x for x in [])).__name__, (x for x in []).__name__)
print(any(x > 2 for x in range(5)), all(x for x in [1, 0]), ",".join(str(i) for i in range(3)))
print(dict((i, i * i) for i in range(3)), set(i % 2 for i in range(5)), tuple(i for i in "ab"))
# the first iterable is evaluated at once, the rest later
try:
    (x for x in 5)
except TypeError as e:
    print(e)
lazy = (1 / 0 for x in [1])
try:
    next(lazy)
except ZeroDivisionError as e:
    print(e)
lazy2 = (y for x in [1] for y in 5)
try:
    next(lazy2)
except TypeError as e:
    print(e)
n = 2
g = (i * n for i in range(3))
n = 10
print(list(g))
x = "outer"
list(x for x in range(3))
print(x)
nested = ((j for j in range(i)) for i in range(4))
print([list(z) for z in nested])
print(list(map(lambda f: f(), ((lambda: i) for i in range(3)))))
g = (print("step", i) or i for i in range(3))
print("made")
print(next(g))
print(next(g))


class C:
    items = [1, 2]
    gen = list(i for i in items)


print(C.gen, sorted((v, k) for k, v in {"a": 2, "b": 1}.items()))
