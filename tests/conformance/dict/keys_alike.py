# Keys that are equal without being the same object: numbers of several types, strings made at run time, tuples of these.
d = {(1, 2): "ints", (1, "two"): "text", ("a long word", 3): "long", (): "empty", ((1, 2), 3): "nested"}
one = 1
print(d[one, 2], d[True, 2], d[1.0, 2.0], d[1 + 0j, 2])
print(d[1, "t" + "wo"], d["a long " + "word", 3], d[()], d[(one, 2), 3])
print((one, 3) in d, ("a long " + "wor", 3) in d, (2, 1) in d, (1, 2, 3) in d)
d[True, 2.0] = "changed"
print(len(d), d[1, 2], list(d)[0])
d["a long " + "word", 3.0] = "again"
print(len(d), d["a long word", 3])
del d[1.0, 2]
print(len(d), (1, 2) in d)

e = {1: "int", "1": "text", -1: "minus", -2: "two", 2**60: "wide", None: "none", "": "no text", ("",): "in a tuple"}
print(e[1.0], e[True], e["1"], e[-1], e[-2], e[-1.0], e[2.0**60], e[None], e[""], e["",])
print(e.get(False), e.get(0.5, "none of these"), 1.5 in e, (-1,) in e, (-2,) in e)


class Same:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        print("asked", self.n, other if isinstance(other, (int, tuple)) else "one of its kind")
        return True


print(e[Same(1)])
f = {(1, 2): "there"}
print(f[Same((1, 2))], Same((7, 8)) in f)
print((Same(1), 2) in f)

nan = float("nan")
g = {(nan, 1): "the same", nan: "itself"}
print(g[nan, 1], (float("nan"), 1) in g, nan in g, float("nan") in g)

for bad in ([1], (1, [2])):
    try:
        bad in f
    except TypeError as error:
        print(error)
    try:
        f[bad] = 1
    except TypeError as error:
        print(error)
    try:
        f[bad]
    except TypeError as error:
        print(error)

s = {(i, i % 3) for i in range(50)}
print(len(s), (7, 1) in s, (7, 2) in s, (49, 1) in frozenset(s))

# Changes while walking.
h = {i: i for i in range(5)}
for walk in (h, h.values(), h.items()):
    try:
        for x in walk:
            h[len(h) + 100] = 0
    except RuntimeError as error:
        print(error)
for k in list(h):
    if k % 2:
        del h[k]
print(list(h.items()), list(h), list(h.values()))
for k, v in h.items():
    h[k] = v + 1
print(h)
