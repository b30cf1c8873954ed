# & | ^ - and the methods; operators want sets, methods take any iterable.
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(sorted(a & b), sorted(a | b), sorted(a ^ b), sorted(a - b), sorted(b - a), a & set(), sorted(a | set()),
    a - a)
print(sorted(a.intersection([3, 9])), sorted(a.union("x" for _ in "a") - {"x"}), sorted(a.difference((1, 2))),
    sorted(a.symmetric_difference([4, 7, 7])), sorted(a.intersection(b, [3])), sorted(a.union(b, [8], (9,))),
    sorted(a.difference([1], [2], {3})), sorted(a.intersection()), sorted(a.union()), sorted(a.difference()))
f = frozenset([3, 4, 9])
print(type(a & f).__name__, type(f & a).__name__, type(f | {1}).__name__, type(f.union(a)).__name__,
    type(a.union(f)).__name__, type({1: 2}.keys() & a).__name__, type(a & {1: 2}.keys()).__name__)
for g in (lambda: a & [1], lambda: a | (1,), lambda: a - "ab", lambda: a ^ {1: 2}, lambda: [1] & a,
        lambda: a + b, lambda: a & 5, lambda: a.union(5), lambda: a.intersection([[]]),
        lambda: a.difference(None), lambda: a.symmetric_difference([1], [2]),
        lambda: a.symmetric_difference(), lambda: -a, lambda: a * 2, lambda: a | None, lambda: a & range(3)):
    try:
        print(g())
    except TypeError as e:
        print(e)
