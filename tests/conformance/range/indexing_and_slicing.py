# Index gives an int, a slice gives a range.
r = range(10, 50, 5)
print(r[0], r[-1], r[3], r[True], r[2:5], r[::2], r[::-1], r[-3:], r[:0], r[100:], r[5:2], r[::-3],
    r[1:100:3], r[:], r[-100:2])
d = range(10, 0, -2)
print(d[0], d[-1], d[1:3], d[::-1], list(d[::-1]), d[::2], list(d[1:]), d[4:0:-1])
big = range(10**30)
print(big[10**29], big[-1], big[5:10**25:10**24], big[::10**29], big[-3:], big[:5][-1])
for n in range(5):
    for start in (None, -6, -1, 0, 2):
        for stop in (None, -2, 1, 7):
            for step in (1, 2, -1, -3):
                assert list(range(3, 3 + 2 * n, 2)[start:stop:step]) == list(range(3, 3 + 2 * n,
                    2))[start:stop:step]
for f in (lambda: r[8], lambda: r[-9], lambda: r["0"], lambda: r[1.0], lambda: r[::0], lambda: r[None],
    lambda: range(0)[0], lambda: r[1, 2], lambda: big[10**30], lambda: r["a":]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    r[0] = 1
except TypeError as e:
    print(e)
try:
    del r[0]
except TypeError as e:
    print(e)
