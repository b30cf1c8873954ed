# keys, values, items: live views with length, membership and set operators.
d = {"a": 1, "b": 2, "c": [3]}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i), list(k), list(v), list(i), bool({}.keys()), bool(k), type(k).__name__,
    type(v).__name__, type(i).__name__)
d["d"] = 4
del d["a"]
print(k, v, i)
print("b" in k, 2 in v, ("b", 2) in i, ("b", 3) in i, "b" in i, ("c", [3]) in i, [3] in v, ("b",) in i)
print(sorted(k & {"b", "z"}), sorted(k | ["z"]), sorted(k - {"b"}), sorted(k ^ {"b", "z"}),
    k == {"b", "c", "d"}, k <= {"b", "c", "d", "e"}, k > {"b"}, k.isdisjoint("xyz"), k.isdisjoint(["b"]),
    {"b"} & k, type(k & {1}).__name__)
e = {1: 2, 3: 4}
print(sorted(e.items() & {(1, 2), (5, 6)}), sorted(e.items() | {(9, 9)}), sorted(e.items() - {(1, 2)}),
    e.items() == {(1, 2), (3, 4)}, e.keys() == {3: 0, 1: 0}.keys(), e.values() == e.values(),
    {1: 2}.items() == {1: 2.0}.items())
print(k.mapping["b"], list(reversed(k)), max(k), sorted(e.values()), [*e.items()], dict(e.items()), tuple(e),
    k is d.keys())
for f in (lambda: k[0], lambda: hash(k), lambda: hash(i), lambda: i & 5, lambda: k | 5, lambda: v & {1},
        lambda: v + v, lambda: i | {}, lambda: i & {1}, lambda: next(k), lambda: d.items()["a"],
        lambda: k.append(1), lambda: isinstance(hash(v), int), lambda: k < 5):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
