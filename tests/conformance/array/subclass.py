# Classes derived from array.
from array import array
class Vector(array):
    def __new__(cls, *items):
        return super().__new__(cls, "d", items)
    def dot(self, other):
        return sum(a * b for a, b in zip(self, other))
    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self, other)))
v = Vector(1, 2, 3)
w = Vector(4, 5, 6)
print(v.dot(w), v + w, type(v + w).__name__, v[0], len(v), list(v), v.typecode, isinstance(v, array),
    v == array("d", [1, 2, 3]))
v.label = "first"
v.append(9)
v[1] = 7
print(v.label, v.tolist(), v[1:3].tolist(), memoryview(v).format, 9 in v, v.index(7))
class Saturated(array):
    def __setitem__(self, i, x):
        super().__setitem__(i, max(0, min(255, x)))
s = Saturated("B", [10, 20, 30])
s[0] = 999
s[1] = -5
print(s.tolist(), bytes(s))
try:
    array.array
except AttributeError as e:
    print(e)
try:
    array("d").label = 1
except AttributeError as e:
    print(e)
