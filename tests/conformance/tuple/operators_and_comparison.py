# + * in-place forms, ordering, hash agreement.
print((1,) + (2, 3), (1, 2) * 2, 2 * (0,), (1,) * 0, (1,) * -1, () + (), ((),) * 2)
print((1, 2) == (1, 2), (1, 2) == (1.0, 2.0), (1, 2) == [1, 2], (1, 2) < (1, 3), (1,) < (1, 0), () < (0,),
    (2,) > (1, 99), ("a", 1) < ("a", 2), (1, (2, 3)) <= (1, (2, 3)), (1, 2) != (1, 2, 3), (True,) == (1,))
print(hash((1, 2)) == hash((1.0, 2.0)), hash(()) == hash(tuple([])), {(1, 2): "a"}[1, 2],
    {(1, "x"), (1.0, "x")} == {(1, "x")}, (1, 2) in {(1, 2)}, len({(i % 3, i % 2) for i in range(20)}))
d = {}
d[1, 2] = "pair"
d[()] = "empty"
d[(1, (2, (3,)))] = "deep"
print(d, d[1, (2, (3,))])
for f in (lambda: (1,) + [2], lambda: (1,) + 1, lambda: [1] + (2,), lambda: (1,) * 1.5, lambda: (1,) * (2,),
        lambda: (1,) < [1], lambda: (1, "a") < (1, 2), lambda: hash(([],)), lambda: {(1, [2]): 3},
        lambda: (1,) - (1,), lambda: -(1,), lambda: (1, {})in {1}):
    try:
        print(f())
    except TypeError as e:
        print(e)
nan = float("nan")
print((nan,) == (nan,), hash((nan,)) == hash((nan,)), (nan, 1) < (nan, 2), max((1, 2), (1, 3)),
    min([(2, "a"), (1, "z")]))
