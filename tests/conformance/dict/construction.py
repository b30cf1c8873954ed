# Displays, dict() from pairs, mappings and keywords, unpacking, fromkeys.
print({}, {"a": 1}, {1: "x", None: 2, (1, 2): [3]}, dict(), dict(a=1, b=2), dict([("a", 1), ("b", 2)]),
    dict({"x": 1}), dict({"x": 1}, y=2), dict([("a", 1)], a=9), dict(zip("ab", range(2))),
    dict(["ab", (1, 2), [3, 4]]))
print({"a": 1, "a": 2}, {**{"a": 1}, "b": 2, **{"a": 3}}, {**{}}, {k: v for k, v in [(1, 2), (1, 3)]},
    dict(x for x in [(1, 2)]), dict((i, i * i) for i in range(3)))
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict.fromkeys([]), {}.fromkeys("a", []),
    dict.fromkeys(range(2), "v"))
class Mapping:
    def keys(self):
        return iter(["k1", "k2"])
    def __getitem__(self, key):
        return key.upper()
print(dict(Mapping()), dict(Mapping(), k1=0), {**Mapping()})
shared = dict.fromkeys("ab", [])
shared["a"].append(1)
print(shared)
for f in (lambda: dict(5), lambda: dict([1]), lambda: dict(["abc"]), lambda: dict([(1,)]), lambda: dict(1, 2),
        lambda: dict([(1, 2, 3)]), lambda: {**5}, lambda: {**[1]}, lambda: dict([([], 1)]), lambda: {[]: 1},
        lambda: dict.fromkeys(5), lambda: dict.fromkeys(), lambda: dict(None), lambda: dict("ab"),
        lambda: dict([None]), lambda: {{}: 1}):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
