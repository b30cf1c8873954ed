class Point:
    "a point"
    dims = 2

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def add(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


p, q = Point(1, 2), Point(5)
print(p, q, p.add(q), Point.add(p, q), [p, q])
print(p.dims, Point.dims, Point.__doc__, Point.__name__, Point.__qualname__, Point.__module__)
print(p.__class__ is Point, type(p) is Point, isinstance(p, Point), isinstance(p, object), isinstance(5, Point))
print(p.__dict__, vars(q), "x" in p.__dict__)
print(Point, type(Point), repr(p.__class__))
p.x = 10
p.new = "attr"
print(p.x, p.new, hasattr(q, "new"))
del p.new
print(hasattr(p, "new"))


class Empty:
    pass


e = Empty()
e.a = e.b = 1
print(e.__dict__, Empty.__init__ is object.__init__, repr(e).startswith("<__main__.Empty object at"))
print(e == e, e == Empty(), e != Empty(), hash(e) == hash(e), bool(e))
for text in ("Point()", "Point(1, 2, 3)", "p.nope", "Point.nope", "p.add()", "p()", "Point.add()"):
    try:
        eval(text)
    except (TypeError, AttributeError) as err:
        print(text, "|", err)
