registry = {}


def register(cls):
    registry[cls.__name__] = cls
    return cls


def add_method(name):
    def deco(cls):
        setattr(cls, name, lambda self: f"{name} of {type(self).__name__}")
        return cls
    return deco


@register
@add_method("hello")
@add_method("bye")
class A:
    x = 1


print(A().hello(), A().bye(), registry)


def singleton(cls):
    instance = cls()
    return lambda: instance


@singleton
class S:
    n = 0


S().n += 1
print(S() is S(), S().n)


def total(cls):
    cls.__gt__ = lambda a, b: b < a
    cls.__le__ = lambda a, b: not b < a
    cls.__ge__ = lambda a, b: not a < b
    return cls


@total
class V:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return self.v < o.v


print(V(1) > V(0), V(1) <= V(1), V(1) >= V(2))


def auto_repr(*fields):
    def deco(cls):
        def __repr__(self):
            return f"{cls.__name__}({', '.join(f'{f}={getattr(self, f)!r}' for f in fields)})"
        cls.__repr__ = __repr__
        return cls
    return deco


@auto_repr("a", "b")
class R:
    def __init__(self, a, b):
        self.a, self.b = a, b


print(R(1, "x"))


@lambda cls: cls.__name__
class Name:
    pass


print(Name)


def counted(cls):
    class Wrapped(cls):
        made = 0

        def __init__(self, *a):
            Wrapped.made += 1
            super().__init__(*a)
    return Wrapped


@counted
class C:
    def __init__(self, v):
        self.v = v


C(1), C(2)
print(C.made, C.__name__, C(3).v)
