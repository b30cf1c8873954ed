def f(self, x=0):
    return self, x


print(f.__get__(5)(), f.__get__(5, int)(1), f.__get__(None, int) is f)


class C:
    pass


c = C()
C.m = f
print(c.m(1)[0] is c, C.m(1, 2))
c.own = f
print(c.own(1, 2))
c.bound = f.__get__(c)
print(c.bound(3)[1])
C.l = len
C.p = print
C.t = int
print(c.l("abc"), c.t("5"))
c.p("builtins do not bind")
print(str.upper.__get__("abc")(), "abc".upper.__self__, [].append.__self__)
C.b = [1, 2].count
print(c.b(1))


class Callable:
    def __call__(self, *a):
        return a


C.c = Callable()
print(c.c(1))
C.nested = c.bound
print(c.nested(4)[1], C.nested(5)[1])
C.cls = dict
print(c.cls(a=1))
m = c.m
C.m = lambda self: "replaced"
print(m(2)[1], c.m())
print(type(C.__dict__["m"]).__name__, type(C.m).__name__, type(c.m).__name__)
print(type(str.__dict__["upper"]).__name__, type(str.__dict__["__add__"]).__name__, type(int.__dict__["real"]).__name__)
print(int.__dict__["real"].__get__(5), str.__dict__["__len__"].__get__("abc")(), dict.__dict__["fromkeys"].__get__(None, dict)("a"))
try:
    str.__dict__["upper"].__get__(5)
except TypeError as e:
    print(e)
gen = (lambda self: (yield self)).__get__(7)
print(list(gen()))
partial = (lambda a, b, c: (a, b, c)).__get__(1).__call__
print(partial(2, 3))
