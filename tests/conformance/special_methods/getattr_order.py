# data descriptor, instance dict, non-data descriptor, class attribute, __getattr__
class Data:
    def __get__(self, o, t):
        return "data descriptor"

    def __set__(self, o, v):
        print("descriptor set", v)


class NonData:
    def __get__(self, o, t):
        return "non-data descriptor"


class C:
    d = Data()
    n = NonData()
    plain = "class plain"

    def __getattr__(self, name):
        return "getattr " + name

    def method(self):
        return "method"


c = C()
c.__dict__.update(d="inst d", n="inst n", plain="inst plain", method="inst method")
print(c.d, c.n, c.plain, c.method, c.other)
c.d = 5
c.n = 6
print(c.d, c.n, c.__dict__["d"])
del c.__dict__["n"]
print(c.n, C.d, C.n, C.plain)


class Meta(type):
    d = Data()
    n = NonData()
    both = "meta both"

    def __getattr__(cls, name):
        return "meta getattr " + name


class K(metaclass=Meta):
    d = "class d"
    n = "class n"
    both = "class both"


print(K.d, K.n, K.both, K.missing)
try:
    K().missing
except AttributeError as e:
    print(e)


class Err:
    @property
    def p(self):
        raise AttributeError("inside property")

    def __getattr__(self, name):
        return "fallback for " + name


print(Err().p)


class Err2:
    @property
    def p(self):
        raise KeyError("not an AttributeError")

    def __getattr__(self, name):
        return "never"


try:
    Err2().p
except KeyError as e:
    print(repr(e))
print(object.__getattribute__(c, "plain"), type.__getattribute__(C, "plain"))
try:
    object.__getattribute__(c, "other")
except AttributeError as e:
    print(e)
