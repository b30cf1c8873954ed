class lazy:
    "computes once, then the instance dict answers"

    def __init__(self, f):
        self.f = f
        self.__doc__ = f.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner):
        if obj is None:
            return self
        value = obj.__dict__[self.name] = self.f(obj)
        return value


class Circle:
    def __init__(self, r):
        self.r = r

    @lazy
    def area(self):
        "the area"
        print("computing")
        return self.r * self.r * 3

    @property
    def diameter(self):
        return self.r * 2

    @diameter.setter
    def diameter(self, d):
        self.r = d / 2


c = Circle(2)
print(c.area, c.area, Circle.area.__doc__, sorted(c.__dict__))
del c.area
print(c.area)
c.diameter = 10
print(c.r, c.diameter, c.area)


class Typed:
    registry = {}

    def __init__(self, default):
        self.default = default

    def __set_name__(self, owner, name):
        self.key = name

    def __get__(self, obj, owner):
        if obj is None:
            return f"<Typed {self.key}>"
        return self.registry.get((id(obj), self.key), self.default)

    def __set__(self, obj, v):
        self.registry[id(obj), self.key] = type(self.default)(v)


class Config:
    port = Typed(80)
    host = Typed("localhost")


a, b = Config(), Config()
a.port = "8080"
print(a.port, b.port, a.host, Config.port, a.__dict__)


class Counted:
    count = 0

    def __get__(self, obj, owner):
        type(self).count += 1
        return self.count


class V:
    n = Counted()


v = V()
print(v.n, v.n, V.n, getattr(v, "n"), hasattr(v, "n"), v.n)


class ClassProp:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, owner):
        return self.f(owner)


class W:
    name = ClassProp(lambda cls: cls.__name__.lower())


class X(W):
    pass


print(W.name, X.name, X().name)
