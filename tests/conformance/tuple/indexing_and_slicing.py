# Index, slice with step, count and index.
t = (10, 20, 30, 20, 10)
print(t[0], t[-1], t[1:3], t[::-1], t[::2], t[-2:], t[5:], t[:0], t[100:], t[3:1:-1], t[:], len(t), t[True])
print(t.count(20), t.count(99), t.index(20), t.index(20, 2), t.index(10, 1), t.index(10, -1),
    t.index(30, 0, 3), (1, 1.0, True).count(1))
for f in (lambda: t[5], lambda: t[-6], lambda: t["0"], lambda: t[1.0], lambda: t[None], lambda: t.index(99),
        lambda: t.index(30, 3), lambda: t.index(10, 1, 4), lambda: t.index(), lambda: t.count(),
        lambda: t[::0], lambda: ()[0], lambda: t[1, 2], lambda: t.index(10, "a")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(20 in t, 99 not in t, max(t), min(t), sum(t), sorted(t), list(reversed(t)), list(enumerate(t[:2])),
    any(t), () in ((),), dict([(1, 2), (3, 4)]))
