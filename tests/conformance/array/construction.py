# array() from lists, bytes, text, other arrays and iterators.
from array import array
print(array("i"), array("i", [1, 2, 3]), array("d", (0.5, 2)), array("b", b"\x01\xff"),
    array("B", bytearray(b"ab")), array("h", range(4)), array("q", (x * x for x in range(4))),
    array("i", array("b", [-1, 2])), array("u", "héllo"), array("d", array("i", [1])))
print([(c, array(c).itemsize) for c in "bBhHiIqQfd"], array("H", [1, 2]).typecode, repr(array("f", [0.1])),
    array("f", [0.1])[0] == 0.1, array("d", [0.1])[0] == 0.1)
a = array("i", [1, 2])
b = array("i", a)
b[0] = 9
print(a, b, list(a), len(a), bool(array("b")), bool(a))
for f in (lambda: array("z"), lambda: array(), lambda: array("ii"), lambda: array(5), lambda: array("i", 5),
        lambda: array("i", ["a"]), lambda: array("i", "abc"), lambda: array("i", [1.5]),
        lambda: array("d", ["x"]), lambda: array("b", [128]), lambda: array("B", [-1]),
        lambda: array("H", [65536]), lambda: array("i", [None]), lambda: array("i", b"abc"),
        lambda: array("i", [1], [2]), lambda: array("d", [1j]), lambda: array("i", array("d", [1.0]))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
