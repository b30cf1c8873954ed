# Slices are copies; all combinations of start, stop and step.
a = list(range(10))
for sl in (slice(None), slice(3), slice(3, None), slice(-3, None), slice(None, -3), slice(2, 8, 3),
        slice(None, None, -1), slice(8, 2, -2), slice(-1, -11, -3), slice(5, 5), slice(7, 3), slice(-100, 3),
        slice(8, 100), slice(100, None, -4), slice(None, None, 100), slice(True, None, 2)):
    print(sl, a[sl])
b = a[:]
b[0] = 99
print(a[0], b[0], a[:] == a, a[:] is a, a[2:4] + a[4:6], a[::2][::2], [1, 2, 3][::-1][0])
n = 4
count = 0
items = list(range(n))
for start in [None, *range(-n - 2, n + 3)]:
    for stop in [None, *range(-n - 2, n + 3)]:
        for step in (None, 1, 2, 3, -1, -2, -3):
            want = [items[i] for i in range(*slice(start, stop, step).indices(n))]
            assert items[start:stop:step] == want
            count += 1
print(count)
for f in (lambda: a[::0], lambda: a["a":], lambda: a[1.5:], lambda: a[:None:"x"]):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
