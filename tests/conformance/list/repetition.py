# * and *=: shared inner objects, zero and negative counts.
print([1, 2] * 3, 3 * [0], [1] * 0, [1] * -5, [] * 100, [[]] * 2, [1, 2] * True)
rows = [[0] * 2] * 3
rows[0][0] = 1
print(rows, rows[0] is rows[2])
a = [1, 2]
b = a
a *= 2
print(a, b is a)
a *= 0
print(a, b)
a = [1] * 5
a[2:4] *= 2
print(a)
class Three:
    def __index__(self):
        return 3
print([7] * Three(), (8,) * Three(), "n" * Three())
for f in (lambda: [1] * 1.5, lambda: [1] * "a", lambda: [1] * [1], lambda: [1] * None, lambda: 2.0 * [1],
        lambda: [1].__imul__("x")):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(len([None] * 100000), sum([1] * 12345))
