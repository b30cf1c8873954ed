# Deriving a class: methods, properties, own repr, extra attributes.
from collections import namedtuple
class Point(namedtuple("Point", "x y")):
    @property
    def norm2(self):
        return self.x ** 2 + self.y ** 2
    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)
    def __str__(self):
        return f"({self.x}, {self.y})"
    @classmethod
    def origin(cls):
        return cls(0, 0)
p = Point(3, 4) + Point(1, 1)
print(p, repr(p), p.norm2, Point.origin(), p._replace(x=0), type(p._replace(x=0)).__name__, Point._fields,
    p == (4, 5), str([p]))
p.note = "dict allowed"
print(p.note)
class Strict(namedtuple("Strict", "a b")):
    __slots__ = ()
    def __new__(cls, a, b=None):
        if a < 0:
            raise ValueError("negative a")
        return super().__new__(cls, a, b if b is not None else a * 2)
s = Strict(2)
print(s, Strict(1, 5), s.a + s.b, Strict._make([3, 4]))
for f in (lambda: Strict(-1), lambda: setattr(s, "note", 1), lambda: setattr(p, "x", 1), lambda: Strict()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
