print(max(1, 3, 2), min(1, 3, 2), max([4, 9, 1]), min("hello"), max("ab", "b"), min((3,)), max({1: "a", 5: "b"}), min(x * x for x in (-3, 2)), max(1, 1.0), type(max(1, 1.0)).__name__, type(max(1.0, 1)).__name__, min(True, 1), max([1, 2], [1, 3]), min((1, "b"), (1, "a")))
print(max([], default="d"), min((), default=None), max([1], default=5), max("abc", key=ord), min([-3, 2], key=abs), max(["a", "ccc", "bb"], key=len), max(1, -5, key=abs), max([1, 2, 3], key=lambda x: -x), min({"a": 2, "b": 1}.items(), key=lambda p: p[1]), max([], default=0, key=len))
print(max(["aa", "bb", "c"], key=len), min(["aa", "bb", "c", "d"], key=len), max([1, 5], key=None))
for text in ("max()", "max([])", "min(())", "max(5)", "max(1, 'a')", "max([1, 'a'])", "max(1, 2, default=3)", "max([1], nope=2)", "max([], key=len)", "max(1, 2, key=5)", "max(None)", "max([None, 1])", "max(1j, 2)", "min(iter([]))", "max([1], 2)"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)
nan = float("nan")
print(max(1, nan), max(nan, 1), min([nan, 0]), min([0, nan]), max(0.0, -0.0), min(0.0, -0.0))
calls = []
print(max([3, 1, 2], key=lambda x: calls.append(x) or x), calls)


class N:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        return self.n < o.n

    def __gt__(self, o):
        return self.n > o.n

    def __repr__(self):
        return f"N{self.n}"


print(max(N(1), N(3)), min([N(2), N(1)]), max(map(N, [4, 9, 2])))
print(max(range(10)), min(range(5, 0, -1)), max(b"abc"), max(*[1, 2], *[3]), max(iter([1, 7])), min(*"cab"))
