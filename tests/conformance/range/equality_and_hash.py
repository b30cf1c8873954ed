# Ranges are equal when they give the same numbers.
print(range(3) == range(0, 3, 1), range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 5) == range(2, 1),
    range(1, 2, 5) == range(1, 3, 99), range(3) == [0, 1, 2], range(3) == (0, 1, 2), range(3) != range(4),
    range(5)[::-1] == range(4, -1, -1), range(10, 0) == range(0))
print(hash(range(0, 3, 2)) == hash(range(0, 4, 2)), hash(range(0)) == hash(range(9, 3)),
    {range(3): "r"}[range(0, 3)], len({range(3), range(0, 3), range(1, 3)}), range(2) in [range(0, 2)],
    range(10**30) == range(10**30))
for f in (lambda: range(3) < range(4), lambda: range(3) + range(3), lambda: range(3) * 2, lambda: -range(3),
        lambda: range(3) + [1], lambda: range(3) <= range(3), lambda: range(3).append(3)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
