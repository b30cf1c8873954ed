# Hashable, usable as key and element, equal to sets of the same items.
f = frozenset([1, 2, 3])
print(hash(f) == hash(frozenset([3, 2, 1])), {f: "key"}[frozenset((2, 1, 3))], f in {f}, {1, 2, 3} in {f},
    {frozenset(), frozenset([frozenset()])} == {frozenset([frozenset()]), frozenset()},
    len({frozenset("ab"), frozenset("ba")}))
print(f == {1, 2, 3}, {1, 2, 3} == f, f != {1}, f < {1, 2, 3, 4}, sorted(f & {1, 9}), sorted({0, 1} | f),
    f - f, type(f - {1}).__name__, type({1} - f).__name__, f.isdisjoint("abc"), 2 in f, len(f),
    bool(frozenset()), sorted(f), sum(f), max(f))
print(repr(frozenset()), str(frozenset({7})), [frozenset(["x"])], frozenset([frozenset([1])]),
    hash(frozenset()) == hash(frozenset([])), frozenset("a") | frozenset("a"))
for g in (lambda: f.add(1), lambda: f.pop(), lambda: f.discard(1), lambda: hash(frozenset([[]])),
        lambda: hash({1}), lambda: {{1}: 2}, lambda: f[0], lambda: f + f, lambda: f & [1],
        lambda: frozenset([set()])):
    try:
        print(g())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
powerset = [frozenset()]
for x in (1, 2, 3):
    powerset += [s | {x} for s in powerset]
print(len(set(powerset)), sorted(map(sorted, powerset)))
