class C:
    @staticmethod
    def s(a, b=2):
        return a, b

    @classmethod
    def c(cls, x=1):
        return cls.__name__, x

    def plain(x):
        return x

    s2 = staticmethod(lambda: "s2")
    c2 = classmethod(lambda cls: "c2 " + cls.__name__)


class D(C):
    pass


print(C.s(1), C().s(1, b=3), D.s(0), C.c(), C().c(5), D.c(), D().c(), C.s2(), D().c2(), C.plain(7))
print(type(C.__dict__["s"]).__name__, type(C.__dict__["c"]).__name__, type(C.s).__name__, type(C.c).__name__, C.c.__self__.__name__, D.c.__self__.__name__)
print(C.s.__name__, C.c.__name__, C.__dict__["s"].__func__ is C.s, C.__dict__["c"].__func__.__name__)
sm = staticmethod(len)
print(sm.__get__(5)("abc"), sm("abcd"), staticmethod(C.plain)(3))
try:
    classmethod(len)()
except TypeError as e:
    print(e)
for f in (staticmethod, classmethod):
    try:
        f()
    except TypeError as e:
        print(f.__name__, "TypeError")


def outer(self):
    return self.name


class E:
    name = "E"
    bound = classmethod(outer)
    stat = staticmethod(outer)


print(E.bound(), E.stat(E), E().bound())


class F:
    @classmethod
    def alt(cls, text):
        o = cls()
        o.text = text
        return o

    @staticmethod
    def valid(t):
        return bool(t)

    @classmethod
    @property
    def chained(cls):
        return "chained " + cls.__name__


class G(F):
    pass


print(type(G.alt("x")).__name__, G.alt("y").text, G.valid(""), G.chained)
C.s = lambda self: "replaced"
print(C().s())
C.dyn = classmethod(lambda cls: cls)
print(D.dyn())
c = C()
c.c = "instance wins"
print(c.c)
