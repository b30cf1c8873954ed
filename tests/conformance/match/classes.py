class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Plain:
    pass


def f(p):
    match p:
        case Point3(0, 0, 0):
            return "origin 3d"
        case Point3(x, y, z=z):
            return "3d", x, y, z
        case Point(0, 0):
            return "origin"
        case Point(0, y=y):
            return "on y", y
        case Point(x=0 | 1 as x):
            return "near", x
        case Point():
            return "a point"
        case Plain(attr=a):
            return "plain", a
        case int() | float():
            return "number"
        case str(s):
            return "str", s
        case list([a, *_]):
            return "list", a
        case dict({"k": v}):
            return "dict", v
        case tuple((a, b)):
            return "pair", a, b
        case bool(b):
            return "never reached for bools"
        case Exception(args=(a,)):
            return "exception", a
        case type():
            return "a class"


pl = Plain()
pl.attr = 5
for p in (Point3(0, 0, 0), Point3(1, 2, 3), Point(0, 0), Point(0, 5), Point(1, 9), Point(7, 7), pl, Plain(), 5, 2.5, True, "s", [1, 2], [], {"k": 1}, {}, (1, 2), (1,), ValueError("v"), ValueError(), int, None):
    print(type(p).__name__, f(p))


def one(p, q):
    match p:
        case bytes(x) | bytearray(x) | frozenset(x) | set(x):
            return "self match", x
        case int(real=r, imag=0) if r > 5:
            return "attributes", r


print(one(b"a", 0), one({1}, 0), one(9, 0), one(3, 0))
for src in ("Plain(1)", "Point(1, 2, 3)", "Point(1, x=2)", "int(1, 2)", "undefined(1)", "pl()", "BadArgs(1)", "BadType(1)", "Point(1, nope=2)", "Point(x=1, x=2)", "Point(x=1, 2)", "Raises(a=1)"):
    try:
        class BadArgs:
            __match_args__ = ["x"]

        class BadType:
            __match_args__ = (5,)

        class Raises:
            @property
            def a(self):
                raise ValueError("from property")
        exec(f"match v:\n case {src}: print('matched')\n case _: print('not matched')", {**globals(), "v": {"P": Point(1, 2), "i": 1, "B": BadType() if "Type" in src else BadArgs(), "R": Raises(), "p": Plain(), "u": 1}[src[0] if src[:2] != "Pl" else "p"]})
    except (TypeError, NameError, SyntaxError, ValueError) as e:
        print(src, "|", type(e).__name__, e)
