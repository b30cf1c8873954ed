class Desc:
    def __get__(self, obj, owner=None):
        return ("get", type(obj).__name__, owner.__name__ if owner else None)

    def __set__(self, obj, value):
        print("set", type(obj).__name__, value)

    def __delete__(self, obj):
        print("delete", type(obj).__name__)


class GetOnly:
    def __get__(self, obj, owner):
        return "get only"


class SetOnly:
    def __set__(self, obj, value):
        obj.__dict__["s"] = value * 2


class C:
    d = Desc()
    g = GetOnly()
    s = SetOnly()


class Sub(C):
    pass


c = C()
print(c.d, C.d, Sub().d, Sub.d)
c.d = 5
del c.d
print(c.g)
c.g = "shadow"
print(c.g, C.g)
print(type(c.s).__name__)
c.s = 4
print(c.s)
try:
    del c.s
except AttributeError as e:
    print(e)
try:
    del c.nothing
except AttributeError as e:
    print(e)
C.d = "replaced on the class"
print(c.d, c.__dict__)
c.inst = Desc()
print(type(c.inst).__name__)


class Func:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, owner):
        return self if obj is None else lambda *a: self.f(obj, *a)

    def __call__(self, *a):
        return "called direct"


class K:
    m = Func(lambda self, x: (type(self).__name__, x))


print(K().m(3), K.m(3))


class Raises:
    def __get__(self, obj, owner):
        raise AttributeError("from descriptor")


class H:
    r = Raises()


print(hasattr(H(), "r"), hasattr(H, "r"), getattr(H(), "r", "default"))
try:
    H().r
except AttributeError as e:
    print(e)


class BadGet:
    def __get__(self):
        return 1


class J:
    b = BadGet()


try:
    J().b
except TypeError as e:
    print(e)
