# Between OrderedDicts order counts; against a plain dict it does not.
from collections import OrderedDict
a = OrderedDict([("x", 1), ("y", 2)])
b = OrderedDict([("y", 2), ("x", 1)])
print(a == b, a != b, a == dict(b), dict(a) == b, a == {"y": 2, "x": 1}, a == OrderedDict(a),
    OrderedDict() == {}, a == [("x", 1)], dict(a) == dict(b))
b.move_to_end("y")
print(a == b, OrderedDict(k=1.0) == OrderedDict(k=1), a.keys() == b.keys(), a.items() == b.items())
print(a | {"z": 3}, type(a | {}).__name__, type({} | a).__name__, {"w": 0} | a, type({"w": 0} | a).__name__)
a |= [("x", 9), ("n", 0)]
print(a)
for f in (lambda: a < b, lambda: a + b, lambda: a | 5):
    try:
        print(f())
    except TypeError as e:
        print(e)
