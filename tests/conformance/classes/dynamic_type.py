# type(name, bases, dict)
C = type("C", (), {"x": 1, "hi": lambda self: "hi " + str(self.x)})
print(C, C.__name__, C.__bases__, C().hi(), C.__module__)
D = type("D", (C,), dict(x=2))
print(D().hi(), D.__mro__)
E = type("E", (D, list), {})
e = E([1, 2])
print(e, e.hi(), len(e), E.__name__)


def init(self, v):
    self.v = v


F = type("F", (), {"__init__": init, "__repr__": lambda self: f"F<{self.v}>", "__doc__": "made"})
print(F(3), F.__doc__)
for args in ((1, (), {}), ("X", [], {}), ("X", (), []), ("X", (5,), {}), ("X",), ("X", (), {}, 1), ()):
    try:
        print(type(*args))
    except TypeError as err:
        print(err)
print(type(5), type("x").__name__, type(type(5)), type(None).__name__, type(...).__name__, type(NotImplemented).__name__)
C.__name__ = "Renamed"
print(C.__name__, C)
try:
    C.__name__ = 5
except TypeError as err:
    print(err)
try:
    int.x = 5
except TypeError as err:
    print(err)
try:
    del int.real
except TypeError as err:
    print(err)
d = {"a": 1}
G = type("G", (), d)
d["b"] = 2
print(hasattr(G, "b"), d)
print(type("N", (tuple,), {"first": property(lambda s: s[0])})((7, 8)).first)
classes = [type(f"K{i}", (), {"n": i}) for i in range(3)]
print([(k.__name__, k.n) for k in classes])
