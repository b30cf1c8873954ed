# Classes derived from tuple: __new__, properties, inherited operators.
class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    @property
    def x(self):
        return self[0]
    @property
    def y(self):
        return self[1]
    def __add__(self, other):
        return Point(self.x + other[0], self.y + other[1])
    def __repr__(self):
        return f"Point{tuple(self)}"
p = Point(1, 2)
q = p + (10, 20)
print(p, q, p.x, q.y, p == (1, 2), (1, 2) == p, hash(p) == hash((1, 2)), {p: 1}[1, 2], len(p),
    isinstance(p, tuple), type(p[:]).__name__, type(p * 2).__name__, p * 2, (0, 0) + p)
a, b = p
print(a, b, sorted([Point(2, 1), Point(1, 5)]), max(p), p < (1, 3), p in [(1, 2)], str(p), "%s" % (p,), [*p])
p.note = "extra"
print(p.note, p.__dict__)
try:
    p.x = 5
except AttributeError as e:
    print(e)
try:
    p[0] = 5
except TypeError as e:
    print(e)
try:
    Point(1)
except TypeError as e:
    print(e)
class Plain(tuple):
    pass
print(Plain(), Plain([1]), Plain("ab") + Plain("c"), type(Plain("ab") + Plain("c")).__name__,
    tuple(Plain((1,))), type(tuple(Plain())).__name__, Plain((1, 2)).index(2))
