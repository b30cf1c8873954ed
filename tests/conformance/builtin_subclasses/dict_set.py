class D(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.log = []

    def __missing__(self, key):
        self.log.append(key)
        return key * 2

    def __getattr__(self, name):
        try:
            return self[name] if name in self else dict.__getattribute__(self, name)
        except KeyError:
            raise AttributeError(name)


d = D({"a": 1}, b=2)
print(d, d["a"], d["zz"], d.log, d.a, d.get("nope"), len(d), list(d), d == {"a": 1, "b": 2}, "a" in d, type(d.copy()).__name__, d | {"c": 3}, type(d | {}).__name__)
d.update(c=3)
d.setdefault("d", 4)
print(d, sorted(d.items()), {**d}, dict(d), d.pop("a"), isinstance(d, dict), type(D.fromkeys("xy")).__name__, D.fromkeys("xy", 0))
try:
    d.nothing_here
except AttributeError as e:
    print(e)


class Default(dict):
    def __init__(self, factory):
        self.factory = factory

    def __missing__(self, k):
        v = self[k] = self.factory()
        return v


g = Default(list)
for w in ("ab", "c", "de"):
    g[len(w)].append(w)
print(g)


class Lower(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)

    def __getitem__(self, k):
        return super().__getitem__(k.lower())

    def __contains__(self, k):
        return super().__contains__(k.lower())


l = Lower()
l["KEY"] = 1
print(l, l["kEy"], "Key" in l, l.get("KEY"), l.get("key"))
l.update(Other=2)
print(l)


class S(set):
    def add(self, x):
        print("adding", x)
        super().add(x)


s = S([1, 2])
s.add(3)
s |= {4}
print(s, s == {1, 2, 3, 4}, s & {1}, type(s & {1}).__name__, type(s.copy()).__name__, 2 in s, len(s), S() , type(s).__name__)
s.attr = 1
print(s.__dict__, frozenset(s) == s)


class FS(frozenset):
    pass


f = FS([1, 2])
print(f, hash(f) == hash(frozenset([1, 2])), {f: 1}[frozenset([2, 1])], type(f | {3}).__name__, f <= {1, 2, 3})
