# Iterating keys, values, items; changing the size meanwhile is an error.
d = {"x": 1, "y": 2, "z": 3}
for k in d:
    print(k, d[k], end="; ")
for k, v in d.items():
    d[k] = v * 10
print(d, [v for v in d.values()], sorted(d), max(d, key=d.get), sum(d.values()), list(map(str.upper, d)),
    list(zip(d, d.values())), list(enumerate(d.items())))
a, b, c = d
(p, q), *_ = d.items()
print(a, b, c, p, q, *d, [*d], {*d} == set("xyz"))
def grow(n):
    d = {0: 0, 1: 1}
    for k in d:
        if len(d) < n:
            d[len(d)] = 0
    return d
def shrink():
    d = {0: 0, 1: 1, 2: 2}
    for k in d:
        del d[k]
def swap():
    d = {0: 0, 1: 1, 2: 2}
    for k in d.items():
        d.pop(0, None)
        d["new"] = 1
for f in (lambda: grow(3), lambda: grow(0), shrink, lambda: [d.clear() for _ in d.values()]):
    try:
        print(f())
    except RuntimeError as e:
        print("RuntimeError", e)
it = iter({1: 2})
print(next(it), next(it, "end"), type(it).__name__, type(iter({}.items())).__name__,
    type(iter({}.values())).__name__, iter(it) is it)
d = {i: i for i in range(5)}
for k in list(d):
    if k % 2:
        del d[k]
print(d)
