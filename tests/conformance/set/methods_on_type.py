# Unbound methods, copies, membership and wrong receivers.
s = {1, 2}
print(sorted(set.union(s, [3])), set.issubset({1}, s), sorted(set.__or__(s, {5})), s.__or__([5]),
    s.__contains__(1), s.__len__(), sorted(map(frozenset([1]).union, [[2], [3]]), key=sorted) == [{1, 2},
    {1, 3}], s.__eq__([1]), s.__le__({1, 2}))
print(sorted(set.intersection(*[{1, 2, 3}, {2, 3}, {3, 4}])), sorted(set().union(*[[1], [2]])),
    [n for n in ("add", "discard", "pop", "clear", "update") if hasattr(frozenset, n)],
    frozenset.union(frozenset([1])) == {1})
for f in (lambda: set.add(5, 1), lambda: set.union([1], [2]), lambda: set.union(),
        lambda: frozenset.union({1}), lambda: s.nope, lambda: s[0], lambda: setattr(s, "x", 1), lambda: s(),
        lambda: s["a"], lambda: set.pop(frozenset([1])), lambda: [] in s, lambda: {} in frozenset(),
        lambda: set.__or__(s), lambda: s.intersection(*5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace("__main__.", ""))
print({1} in s, set() in s)
