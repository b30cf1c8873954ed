# pop, popitem, clear, del.
d = {"a": 1, "b": 2, "c": 3, "d": 4}
print(d.pop("b"), d.pop("zz", "default"), d.pop("zz", None), d.popitem(), d)
d["e"] = 5
print(d.popitem(), d.popitem(), d.popitem(), d)
for f in (lambda: d.popitem(), lambda: d.pop("a"), lambda: {}.pop(1), lambda: d.pop(), lambda: d.pop(1, 2, 3),
        lambda: d.pop([]), lambda: d.popitem(1), lambda: d.clear(1), lambda: {1: 2}.pop([], 5),
        lambda: d.pop([], 1)):
    try:
        print(f())
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
d = {i: str(i) for i in range(5)}
view = d.keys()
d.clear()
print(d, list(view), len(view), d.clear())
d[1] = 2
print(d, list(view))
items = {i: -i for i in range(6)}
out = []
while items:
    out.append(items.popitem())
print(out)
