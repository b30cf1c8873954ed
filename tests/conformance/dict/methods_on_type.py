# Unbound methods, copies, keyword corner names, wrong receivers.
d = {"a": [1]}
c = d.copy()
c["a"].append(2)
c["b"] = 3
print(d, c, dict.get(d, "a"), dict.keys(d), list(map({1: "one", 2: "two"}.get, [1, 2, 3])),
    dict.fromkeys("xy", 0) is not None)
def kw(**options):
    return options
print(kw(**{"class": 1, "a b": 2}), kw(a=1, **{"b": 2}), dict(self=1, other=2, iterable=3),
    dict(**{"x y": 1}), kw(**d) == d, kw(**d) is d)
for f in (lambda: kw(**{1: 2}), lambda: dict(**{1: 2}), lambda: kw(a=1, **{"a": 2}), lambda: dict.get(5, 1),
        lambda: dict.keys([]), lambda: dict.nope, lambda: d.nope, lambda: d.a, lambda: setattr(d, "x", 1),
        lambda: d(), lambda: dict.__getitem__({}, "k"), lambda: kw(*{"a": 1})):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace("__main__.", ""))
print(all(callable(getattr(dict,
    n)) for n in "clear copy fromkeys get items keys pop popitem setdefault update values".split()))
