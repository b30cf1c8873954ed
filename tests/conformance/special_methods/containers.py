class Box:
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        print("get", repr(k))
        return self.d.get(repr(k))

    def __setitem__(self, k, v):
        print("set", repr(k), v)
        self.d[repr(k)] = v

    def __delitem__(self, k):
        print("del", repr(k))

    def __len__(self):
        return 3

    def __contains__(self, x):
        print("contains", x)
        return x == "in"


b = Box()
b[1] = "one"
b["k"] = b[1:2] = b[::2, 3] = "v"
print(b[1], b["k"], b[1:2:None], b[-1], b[...], b[()], b[1, 2], b[1.5], b[None])
del b[0], b[1:3], b["x", "y"]
b[5] = 1
b[5] += 1
print(len(b), bool(b), "in" in b, 5 in b, "out" not in b)


class Missing(dict):
    def __missing__(self, k):
        return f"<{k}>"


m = Missing(a=1)
print(m["a"], m["zz"], m.get("zz"), "zz" in m, "%(q)s" % m)


class Truthy:
    def __contains__(self, x):
        return "truthy text"


print(1 in Truthy(), 1 not in Truthy())


class ViaIter:
    def __iter__(self):
        yield from [1, 2, 3]


print(2 in ViaIter(), 5 in ViaIter())


class Never:
    __contains__ = None

    def __iter__(self):
        yield 1


try:
    1 in Never()
except TypeError as e:
    print(e)
for f in (lambda: object()[0], lambda: len(object()), lambda: 1 in object(), lambda: iter(object()), lambda: reversed(object())):
    try:
        f()
    except TypeError as e:
        print(e)
try:
    object()[0] = 1
except TypeError as e:
    print(e)
try:
    del object()[0]
except TypeError as e:
    print(e)


class Lens:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


for n in (0, 5, -1, "x", 1.5, 2 ** 70, True):
    try:
        print(repr(n), len(Lens(n)), bool(Lens(n)))
    except (TypeError, ValueError, OverflowError) as e:
        print(repr(n), type(e).__name__, e)
