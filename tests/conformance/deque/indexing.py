# Index read, write and delete; insert, remove, index, count; no slices.
from collections import deque
d = deque("abcdef")
print(d[0], d[-1], d[2], d[-6])
d[0] = "A"
d[-1] = "F"
del d[2]
print(d)
d.insert(1, "x")
d.insert(-1, "y")
d.insert(100, "end")
d.insert(-100, "start")
print(d)
d.remove("x")
print(d, d.index("y"), d.index("e", 2), d.count("e"), d.count("zz"), "b" in d, "q" in d)
for f in (lambda: d[99], lambda: d[-99], lambda: d[1:2], lambda: d["a"], lambda: d.__setitem__(99, 1),
        lambda: d.__delitem__(99), lambda: d.remove("q"), lambda: d.index("q"), lambda: d.index("A", 3),
        lambda: d[1.0], lambda: d.__setitem__(slice(0, 1), [1]), lambda: deque()[0],
        lambda: d.insert("a", 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
