# Looping up, down, with steps; reversed; several iterators of one range.
for r in (range(4), range(5, 0, -1), range(-3, 4, 3), range(0), range(1, 0)):
    print([x for x in r], list(reversed(r)), sum(r), tuple(r), sorted(r, reverse=True))
r = range(3)
print([(a, b) for a in r for b in r], list(zip(r, r)), dict(enumerate(r, 5)), max(r), min(r), any(r), all(r),
    [*r, *r])
a, b, c = r
print(a, b, c, list(map(pow, r, r)), list(filter(None, r)))
it = iter(r)
print(next(it), list(it), next(it, "end"), type(it).__name__, type(reversed(r)).__name__, iter(it) is it)
out = []
for i in range(3):
    for j in range(i):
        out.append((i, j))
    else:
        out.append("else")
print(out)
n = 3
for i in range(n):
    n = 10
    i = 99
print(n, i)
big = 2**63
print([x - big for x in range(big - 2, big + 3)], list(range(-big - 1, -big + 2))[0],
    [x for x in range(2**47 - 1, 2**47 + 2)], list(reversed(range(10**20, 10**20 + 3))))
for i in range(0):
    pass
else:
    print("nothing to do, i is", i)
for i in range(10**15):
    if i == 3:
        break
print(i, next(iter(range(10**40))), next(reversed(range(10**40))))
try:
    min(range(0))
except ValueError as e:
    print(e)
