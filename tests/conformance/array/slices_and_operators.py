# Slices give arrays; + * += *= and slice assignment need the same code.
from array import array
a = array("h", range(8))
print(a[2:5], a[::-1], a[-3:], a[::3], a[10:], a[:] == a, a[:] is a, type(a[1:2]).__name__)
a[1:3] = array("h", [100, 200, 300])
print(a)
a[::2] = array("h", [0] * len(a[::2]))
print(a)
a[2:5] = array("h")
print(a)
a[0:2] = a
print(a)
print(a[:2] + array("h", [7]), a[:2] * 3, 2 * a[:1], a[:1] * 0, a[:1] * -1)
b = a
b += array("h", [-7])
b *= 2
print(a is b, a)
print(array("i", [1, 2]) == array("i", [1, 2]), array("i", [1, 2]) == array("d", [1.0, 2.0]),
    array("b", [1]) == array("Q", [1]), array("i", [1]) != array("i", [2]),
    array("i", [1, 2]) < array("i", [1, 3]), array("i", [1]) < array("i", [1, 0]), array("i") == array("d"),
    array("i", [1]) == [1], array("b", [1, 2]) == b"\x01\x02")
for f in (lambda: a + [1], lambda: a + array("i", [1]), lambda: a * 1.5, lambda: a * a,
        lambda: a.__setitem__(slice(0, 1), [1]), lambda: a.__setitem__(slice(0, 1), array("i", [1])),
        lambda: a.__setitem__(slice(0, 4, 2), array("h", [1])), lambda: a < [1], lambda: a.__iadd__([1]),
        lambda: a.__iadd__(array("d", [1.0]))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
