# `__eq__` that a class gets after it was made does not take its hash away.
class Point:
    def __init__(self, x):
        self.x = x


print(Point(1) == Point(1))
Point.__eq__ = lambda self, other: self.x == other.x
a, b = Point(1), Point(1)
print(a == b, a in {a}, a in [b], hash(a) == hash(a), Point.__hash__ is object.__hash__, "__hash__" in vars(Point))
print({a: 1}[a], len({a, b}) in (1, 2))


class Base:
    def __init_subclass__(cls):
        cls.__eq__ = lambda self, other: True


class Child(Base):
    pass


c = Child()
print(c == 5, {c: "here"}[c], Child.__hash__ is not None)


class Plain:
    def __eq__(self, other):
        return True


for make in (Plain, type("Sub", (Plain,), {})):
    try:
        hash(make())
    except TypeError as error:
        print(error)
Plain.__hash__ = lambda self: 7
print(hash(Plain()))
del Plain.__hash__
print(isinstance(hash(Plain()), int))
