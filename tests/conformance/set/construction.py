# Displays, set(), frozenset(), comprehensions and printing.
print(set(), {1}, {"a"}, frozenset(), frozenset([1]), frozenset("a"), type({}).__name__, type({1}).__name__,
    {(1, 2)}, {None}, {1, 1, 1.0, True}, [set()], [frozenset({(1,)})])
print(sorted({3, 1, 2, 3}), sorted(set("hello")), sorted(set(range(5))), len({x % 3 for x in range(10)}),
    sorted({*[1, 2], *(2, 3)}), sorted({c for c in "abracadabra" if c not in "abc"}), sorted(set({"k": 1})),
    sorted(set(b"ab")), len(set([(1, 2), (1, 2), (2, 1)])))
s = {1, 2}
t = set(s)
t.add(3)
f = frozenset(s)
print(len(s), len(t), f == s, frozenset(f) is f, frozenset() is not None, s.copy() == s, s.copy() is s,
    f.copy() is f)
class S(set):
    pass
class F(frozenset):
    pass
print(S([1]), F([1]), S(), F(), [S("a")], F("b") == {"b"})
for f in (lambda: set(5), lambda: set(None), lambda: set(1, 2), lambda: {[]}, lambda: {1, {}},
        lambda: set([[1]]), lambda: frozenset(5), lambda: {{1}}, lambda: {set()}, lambda: hash(set()),
        lambda: set(x=1), lambda: {*5}, lambda: frozenset(1, 2)):
    try:
        print(f())
    except TypeError as e:
        print(e)
