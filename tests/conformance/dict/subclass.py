# Classes derived from dict: __missing__, overridden methods, attributes.
class Default(dict):
    def __missing__(self, key):
        self[key] = value = f"<{key}>"
        return value
d = Default(a=1)
print(d["a"], d["b"], d, d.get("c"), "c" in d, d.setdefault("e", 5), len(d))
class Lower(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)
    def __getitem__(self, key):
        return super().__getitem__(key.lower())
    def __contains__(self, key):
        return super().__contains__(key.lower())
l = Lower(ABC=1)
l["XYZ"] = 2
print(l, l["xYz"], "XYZ" in l, dict.__contains__(l, "XYZ"), l.get("XYZ"), list(l))
class Attr(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None
    def __setattr__(self, name, value):
        self[name] = value
o = Attr(x=1)
o.y = 2
print(o.x, o.y, o, o.keys(), hasattr(o, "z"), type(o.copy()).__name__, type(o | {}).__name__,
    isinstance(o, dict), o == {"x": 1, "y": 2})
try:
    o.z
except AttributeError as e:
    print(e)
class Counted(dict):
    def __init__(self, *args, **kw):
        self.count = 0
        super().__init__(*args, **kw)
    def __repr__(self):
        return f"Counted({super().__repr__()}, {self.count})"
c = Counted([(1, 2)], k=3)
c.count += 1
print(c, str(c), [c], dict(c), dict(**{"k": 1}), Counted.fromkeys("ab"))
