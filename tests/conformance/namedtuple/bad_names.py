# Names that are refused, and rename=True.
from collections import namedtuple
for name, fields in [("P", "a a"), ("P", "1a"), ("P", "_a"), ("P", "class"), ("P", "a-b"), ("1P", "a"),
        ("for", "a"), ("P", ["a", ""]), ("P", "def x"), ("P Q", "a"), ("P", [1, 2])]:
    try:
        print(namedtuple(name, fields)._fields)
    except ValueError as e:
        print(name, fields, "->", e)
print(namedtuple("R", "a class a _x 2b ok", rename=True)._fields, namedtuple("R", ["x", "def"],
    rename=True)(1, 2))
print(namedtuple("K", "index count")(1, 2), namedtuple("K", "index count")(1, 2).index)
for f in (lambda: namedtuple("P"), lambda: namedtuple("P", 5), lambda: namedtuple("P", None)):
    try:
        print(f())
    except TypeError as e:
        print(type(e).__name__)
