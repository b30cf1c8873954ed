# in, index and count are exact for ints and fall back to == for others.
r = range(0, 100, 7)
print(14 in r, 15 in r, -7 in r, 98 in r, 105 in r, 14.0 in r, 14.5 in r, "14" in r, None in r, True in r,
    True in range(2), 10**30 in r, 0 in range(0))
d = range(20, -20, -6)
print(list(d), 2 in d, 20 in d, -20 in d, -16 in d, 26 in d, 3 in d)
print(r.index(49), r.index(49.0), r.count(49), r.count(50), r.count("x"), d.index(-4),
    range(10**20).index(10**19), range(0, 10**20, 10**10).index(5 * 10**10), range(3).count(1.0))
class Seven:
    def __eq__(self, other):
        return other == 7
print(Seven() in r, r.index(Seven()), r.count(Seven()), 2 + 0j in range(5))
for f in (lambda: r.index(50), lambda: r.index("x"), lambda: d.index(100), lambda: r.index(),
        lambda: r.index(7, 1), lambda: range(0).index(0), lambda: r.count(), lambda: r.index(2**80)):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
