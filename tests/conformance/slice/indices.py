# indices(n) gives start, stop, step clipped to a length.
for s in (slice(None), slice(3), slice(2, 8), slice(-3, None), slice(None, -3), slice(None, None, 2),
        slice(None, None, -1), slice(8, 2, -2), slice(-100, 100), slice(100, -100, -1), slice(5, 5),
        slice(True, None)):
    print(s, [s.indices(n) for n in (0, 1, 5, 10)])
for s in (slice(None, None, 3), slice(10**20), slice(-(10**20), None), slice(None, None, 10**20),
    slice(None, None, -(10**20))):
    print(s, s.indices(7), s.indices(10**25))
class I:
    def __index__(self):
        return 2
print(slice(I(), None, I()).indices(9))
print(all(list(range(n))[slice(a, b,
    c)] == list(range(*slice(a, b, c).indices(n))) for n in range(5) for a in (None, -6, -1, 0, 2,
    6) for b in (None, -6, -2, 0, 1, 6) for c in (None, 1, 2, -1, -3)))
for f in (lambda: slice(1).indices(-1), lambda: slice(None, None, 0).indices(5),
        lambda: slice("a").indices(5), lambda: slice(1.5).indices(5), lambda: slice(1).indices("5"),
        lambda: slice(1).indices(), lambda: slice(1).indices(2.0), lambda: slice(None, None,
        None).indices(None)):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
