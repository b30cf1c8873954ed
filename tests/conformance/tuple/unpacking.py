# Multiple assignment, swaps, nested and starred targets, function results.
a, b = 1, 2
a, b = b, a
(c, (d, e)), f = (3, (4, 5)), 6
g, *h = (7,)
*i, j = 8, 9, 10
k = l = 11, 12
print(a, b, c, d, e, f, g, h, i, j, k, l, k is l)
x, y, z = "αβγ"
print(x, y, z)
for n, (p, q) in enumerate([("a", 1), ("b", 2)]):
    print(n, p, q)
for w, *rest in [(1,), (1, 2), (1, 2, 3)]:
    print(w, rest)
print([s + t for s, t in ((1, 2), (3, 4))], {k: v for k, v in (("a", 1),)}, (lambda a, b: a * b)(*(6, 7)),
    max(*(3, 9, 2)))
def minmax(*v):
    return min(v), max(v)
lo, hi = minmax(4, 2, 8)
print(lo, hi, minmax(1))
for bad in ((), (1,), (1, 2, 3), 5, None, "abc", {1: 2}, iter([1])):
    try:
        a, b = bad
        print(a, b)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    a, *b, c = (1,)
except ValueError as e:
    print(e)
data = ("Ada", (1815, 12, 10), ["math", "engine"])
name, (year, *_), [topic, *more] = data
print(name, year, topic, more)
