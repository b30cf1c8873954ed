# Subset ordering, equality, disjointness.
a, b, c = {1, 2}, {1, 2, 3}, {4}
print(a < b, a <= b, b > a, b >= a, a <= a, a < a, a == b, a != b, a < c, a > c, a == {2, 1}, set() < a,
    set() <= set(), a == frozenset(a), frozenset(a) < b)
print(a.issubset(b), a.issubset([1, 2, 5]), b.issuperset(a), b.issuperset("x"), b.issuperset([]),
    a.isdisjoint(c), a.isdisjoint([2]), a.isdisjoint([]), a.issubset(range(5)), set().issubset([]),
    a.issuperset(x for x in (1,)))
print({1, 2} == [1, 2], {1} == {1.0}, {1} == {True}, {"a"} == {"a", "b"}, {1} != 1,
    list(map(sorted, sorted([{1, 2, 3}, {1}, {1, 2}], key=len))), sorted(max({1}, {1, 2})),
    {1} == {1: 1}.keys())
for f in (lambda: a < [1], lambda: a <= 5, lambda: a > "ab", lambda: a >= None, lambda: a.issubset(5),
        lambda: a.isdisjoint(5), lambda: a.issuperset(1), lambda: a.issubset(), lambda: a.isdisjoint([[]]),
        lambda: a < {1: 2}):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(sorted([{3}, {1}, {2}], key=min), [x for x in ({1}, {2, 1}, set()) if x <= {1}],
    not a < c and not a > c and a != c)
