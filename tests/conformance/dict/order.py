# Insertion order survives updates; deletion and re-insertion moves to the end.
d = {}
for k in "delta alpha echo bravo".split():
    d[k] = len(d)
print(d, list(d), list(reversed(d)))
d["alpha"] = "updated"
print(d)
del d["delta"]
d["delta"] = "again"
print(d)
d.pop("echo")
d["charlie"] = 0
d.update({"bravo": 1, "foxtrot": 2})
print(d, list(d.items())[0], list(reversed(d.items()))[0], list(reversed(d.values())))
d.setdefault("alpha", 1)
d.setdefault("zulu", 1)
print(list(d))
big = {i: i for i in range(1000)}
for i in range(0, 1000, 3):
    del big[i]
for i in range(0, 30, 3):
    big[i] = -i
print(len(big), list(big)[:5], list(big)[-12:], next(iter(big)), sum(big.values()))
while len(big) > 3:
    del big[next(iter(big))]
print(big)
print({1: "a", 1.0: "b", True: "c"}, {True: 1, 1: 2}, {"x": 1, **{"y": 2}, "x": 3})
