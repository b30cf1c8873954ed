# Shapes, slots, subclasses of built-in types, properties, descriptors, class creation in the middle of everything.
class Point:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    @property
    def length(self):
        return (self.x**2 + self.y**2) ** 0.5


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


class Many(list):
    def total(self):
        return sum(self)


class Child(Point):
    def __init__(self, *args):
        super().__init__(*args)
        for i in range(9):
            setattr(self, f"extra{i}", i)


class Odd(Exception):
    pass


point = Point(1, 2) + Point(3)
print(point, point.length, point == Point(4, 2), {point: 1}[Point(4, 2)])
child = Child(5, 6)
del child.extra3
child.late = "yes"
print(sorted(vars(child)), child)
slotted = Slotted()
slotted.b = 2
print(slotted.a, slotted.b, hasattr(slotted, "c"))
many = Many([1, 2, 3])
many.append(4)
many.name = "numbers"
print(many, many.total(), many.name, many[1:])
try:
    raise Odd("why", 3)
except Odd as e:
    print(repr(e), e.args)
print([p.x for p in sorted([Point(3), Point(1)], key=lambda p: p.x)])
print(type("Made", (Point,), {"z": 5})(1).z, Point.__mro__)
