print(list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({1: 2, 3: 4})), list(reversed({}.items())), list(reversed(b"ab")), "".join(reversed("abc")), list(reversed({"a": 1, "b": 2}.values())))
print(sorted([3, 1, 2]), sorted("hello"), sorted((2, 1)), sorted({"b": 1, "a": 2}), sorted([3, 1, 2], reverse=True), sorted(["b", "A", "c"], key=str.lower), sorted([1, -2, 3], key=abs, reverse=True), sorted([]), sorted([[2], [1, 5], [1]]), sorted(x for x in "ba"), sorted([True, 0, 2]), sorted([(1, "b"), (1, "a")]))
data = [("a", 3), ("b", 1), ("c", 3), ("d", 1)]
print(sorted(data, key=lambda p: p[1]), sorted(data, key=lambda p: p[1], reverse=True), sorted(data, key=lambda p: (-p[1], p[0])))
orig = [3, 1, 2]
new = sorted(orig)
print(orig, new, new is orig, orig.sort(), orig)
for text in ("sorted()", "sorted(5)", "sorted([1, 'a'])", "sorted([1], key=5)", "sorted([1], reverse='x')", "sorted([1], nope=1)", "sorted([1], None)", "reversed()", "reversed(5)", "reversed({1})", "reversed(iter([]))", "sorted([None, None])", "sorted([1j, 2j])", "sorted([{}, {}])", "reversed([], [])", "sorted([1, 2], key=lambda: 0)", "sorted([object(), object()])"):
    try:
        print(text, type(eval(text)).__name__)
    except Exception as e:
        print(text, type(e).__name__, e)


class Only:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return self.v < o.v

    def __repr__(self):
        return f"<{self.v}>"


print(sorted([Only(3), Only(1), Only(2)]), sorted([Only(1), Only(2)], reverse=True))
calls = []
sorted([3, 1, 2], key=lambda x: calls.append(x) or x)
print(calls)
r = reversed([1, 2, 3])
print(next(r), list(r), list(r), r.__length_hint__())
print(sorted([0.0, -0.0, 1, True, 0]), sorted(["10", "9", "1"], key=int), sorted("bca", reverse=0), sorted(range(5), key=lambda x: x % 2), [x for x in sorted({3, 1, 2})])
import random
random.seed(5)
big = [random.randrange(1000) for _ in range(2000)]
s = sorted(big)
print(all(a <= b for a, b in zip(s, s[1:])), len(s), sorted(s, reverse=True) == s[::-1])
