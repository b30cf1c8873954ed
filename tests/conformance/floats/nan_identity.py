# Containers compare by identity first: one nan equals itself there, two nans differ.
a = float("nan")
b = float("nan")
print(a in [a], a in [b], [a] == [a], [a] == [b], (a,) == (b,), {1: a} == {1: a}, {1: a} == {1: b})
print([a, b].index(b), [a, b, a].count(a), len({a, b}), len({a, a}), a is a, a == a)
d = {a: "a", b: "b"}
print(d[a], d[b], len(d), a in d, float("nan") in d)
items = [b, a]
items.remove(a)
print(len(items), items[0] is b)
inf = float("inf")
print(inf in [float("inf")], {inf: 1}[float("inf")], len({inf, float("inf"), -inf}))
