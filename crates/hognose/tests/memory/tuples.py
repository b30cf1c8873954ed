t = tuple(range(9))
a, *b, c = t
print(t + (1, 2), t * 2, t[1:4], b, (a, c), t.index(4), hash(t) == hash(tuple(range(9))), sorted(zip(t, reversed(t))))
