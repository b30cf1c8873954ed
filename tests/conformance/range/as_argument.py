# Ranges passed where sequences and iterables are wanted.
print(list(range(3)), set(range(3)) == {0, 1, 2}, bytes(range(65, 70)), "".join(map(chr, range(97, 103))),
    sum(range(1, 101)), "-".join(str(i) for i in range(3)), dict.fromkeys(range(2)), len(range(10, 100, 7)),
    bytearray(range(3)), [0] * len(range(4)))
def f(*args, **kw):
    return args, kw
print(f(*range(3)), f(*range(2), *range(1)), max(*range(5)), print(*range(3), sep=","),
    sorted(range(3), key=lambda x: -x), list(enumerate(range(5, 8), 1)), isinstance(range(1), range))
items = list("abcdef")
print([items[i] for i in range(0, 6, 2)], [items[i:i + 2] for i in range(0, len(items), 2)],
    [items[i] for i in range(len(items) - 1, -1, -1)])
items[1:3] = range(10, 13)
print(items, list(zip("ab", range(10**9))), [i for i in range(20) if i % 3 == i % 4],
    next((i for i in range(10**9) if i * i > 500), None))
table = [[r * c for c in range(1, 6)] for r in range(1, 4)]
for row in table:
    print(" ".join(f"{x:3}" for x in row))
print(str(range(3)), "%s" % range(3), f"{range(1, 2)}", "{}".format(range(0, 9, 2)), [range(2)],
    {range(1): range(2)}, (range(1),))
