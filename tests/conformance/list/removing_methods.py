# pop, remove, clear, reverse, copy, count, index.
a = [5, 3, 5, "x", None, 3.0, 5]
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove(5)
a.remove(3.0)
print(a)
a.reverse()
print(a, a.count("x"), a.count(9), [1, 1.0, True, 2].count(1))
b = a.copy()
a.clear()
print(a, b, b.copy() is b)
c = [1, 2, 3, 2, 1]
print(c.index(2), c.index(2, 2), c.index(1, 1), c.index(3, -3), c.index(2, -100, 2), c.index(1, 4, 100))
shared = [[1], [2]]
shallow = shared.copy()
shallow[0].append(9)
shallow.append(3)
print(shared, shallow)
for f in (lambda: [].pop(), lambda: c.pop(10), lambda: c.pop(-10), lambda: c.pop("0"), lambda: c.pop(1.0),
        lambda: c.remove(99), lambda: c.remove(), lambda: c.index(99), lambda: c.index(3, 3),
        lambda: c.index(1, 1, 4), lambda: c.index("1"), lambda: c.count(), lambda: c.clear(1),
        lambda: c.pop(0, 1), lambda: c.nope()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
