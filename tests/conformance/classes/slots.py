class P:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


p = P(1)
print(p.x, hasattr(p, "y"), hasattr(p, "__dict__"), P.__slots__)
p.y = 2
print(p.y)
del p.y
for text in ("p.y", "p.z = 1", "del p.y", "p.__dict__"):
    try:
        exec(text)
    except AttributeError as e:
        print(text, "|", type(e).__name__)
print(type(P.x).__name__, P.x.__get__(p), P.x.__name__)


class Q(P):
    __slots__ = "z"


q = Q(5)
q.z = 6
print(q.x, q.z, hasattr(q, "__dict__"))


class R(P):
    pass


r = R(7)
r.anything = 1
print(r.x, r.__dict__)


class S:
    __slots__ = ["a", "__dict__"]


s = S()
s.a = 1
s.b = 2
print(s.__dict__, s.a)


class Mangled:
    __slots__ = ("__priv",)

    def __init__(self):
        self.__priv = "private"


print(Mangled()._Mangled__priv)
for src in ("class T:\n __slots__ = ('a',)\n a = 1", "class T:\n __slots__ = (1,)", "class T:\n __slots__ = ('not ident',)",
            "class T(int):\n __slots__ = ('a',)", "class T(P, Z): pass"):
    try:
        class Z:
            __slots__ = ("w",)
        exec(src)
        print("fine")
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Empty:
    __slots__ = ()


try:
    Empty().x = 1
except AttributeError as e:
    print("AttributeError")
P.x = "class attribute now"
print(p.x)
