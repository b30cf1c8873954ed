# append, extend, insert, pop, remove, reverse, index, count, item deletion.
from array import array
a = array("i", [3, 1, 4, 1, 5])
a.append(9)
a.extend([2, 6])
a.extend(array("i", [5]))
a.insert(0, 0)
a.insert(-1, 7)
a.insert(100, 8)
print(a)
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove(1)
print(a, a.index(1), a.count(5), a.count(99), a.index(5, 3))
a.reverse()
print(a)
a[0] = -1
a[-1] = -2
del a[1]
print(a, a[1], a[-1], 4 in a, 4.0 in a, "x" in a)
del a[::2]
print(a)
a.extend(x for x in (10, 20))
print(a)
for f in (lambda: a.pop(99), lambda: a.remove(77), lambda: a.index(77), lambda: a.append("x"),
        lambda: a.append(1.5), lambda: a.extend(5), lambda: a.extend(array("h", [1])), lambda: a.extend("ab"),
        lambda: a[99], lambda: a["x"], lambda: a.__setitem__(99, 1), lambda: a.__setitem__(0, "x"),
        lambda: array("i").pop(), lambda: a.insert("0", 1), lambda: hash(a), lambda: a.append()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
