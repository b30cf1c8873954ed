# del of plain and extended slices.
def without(sl, n=10):
    a = list(range(n))
    del a[sl]
    return a
for sl in (slice(2, 5), slice(None), slice(None, None, 2), slice(None, None, -2), slice(1, None, 3),
    slice(8, 1, -3), slice(5, 2), slice(-3, None), slice(None, -8), slice(0, 0), slice(100, None),
    slice(None, None, 20), slice(9, None, -1), slice(None, None, -20)):
    print(sl, without(sl))
a = list(range(5))
del a[1], a[1]
print(a)
del a[:]
print(a)
for n in range(6):
    for step in (1, 2, 3, -1, -2):
        for start in range(-7, 8):
            sl = slice(start, None, step)
            gone = set(range(*sl.indices(n)))
            assert without(sl, n) == [x for x in range(n) if x not in gone]
try:
    del a[::0]
except ValueError as e:
    print(e)
try:
    del a["x":]
except TypeError as e:
    print(e)
