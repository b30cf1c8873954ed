# Reading, writing and deleting single items.
a = [10, 20, 30, 40]
print(a[0], a[-1], a[True], a[-4], a[2])
a[0] = "first"
a[-1] = "last"
a[1] += 5
print(a)
del a[1]
del a[-1]
print(a, len(a))
class I:
    def __index__(self):
        return 1
print(a[I()])
a[I()] = "by index"
print(a)
nested = [[1, 2], [3, 4]]
nested[0][1] = 9
nested[1] += [5]
print(nested, nested[-1][-1])
for f in (lambda: a[5], lambda: a[-5], lambda: a["0"], lambda: a[1.0], lambda: a[None], lambda: a[1, 2],
        lambda: a.__setitem__(5, 1), lambda: a.__setitem__(-5, 1), lambda: a.__setitem__("0", 1),
        lambda: a.__delitem__(5), lambda: a.__delitem__(-5), lambda: a.__delitem__("x"), lambda: [][0],
        lambda: a[10**20], lambda: a[[0]]):
    try:
        print(f())
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
