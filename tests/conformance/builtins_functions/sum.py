print(sum([1, 2, 3]), sum([]), sum([], 5), sum([1, 2], 10), sum(range(101)), sum([0.1] * 3), sum([1, 2.5]), sum([True, True]), sum(x for x in (1, 2)), sum([[1], [2]], []), sum([(1,), (2,)], ()), sum([1, 2], start=100), sum({1: "a", 2: "b"}), sum([1j, 2]), sum([2 ** 62, 2 ** 62]), sum([10 ** 30, 1]))
for text in ("sum()", "sum(5)", "sum(['a', 'b'])", "sum(['a'], '')", "sum([b'a'], b'')", "sum([bytearray()], bytearray())", "sum([1, 'a'])", "sum([[1]])", "sum([1], None)", "sum([1], 2, 3)", "sum([None])", "sum('12')", "sum([1], nope=1)", "sum([{}], {})"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)


class V:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return V(self.v + (o.v if isinstance(o, V) else o))

    __radd__ = __add__

    def __repr__(self):
        return f"V{self.v}"


print(sum([V(1), V(2)]), sum([V(1)], V(10)), sum([1, V(2), 3]))
print(sum([float("inf"), 1]), sum([1e308, 1e308]), sum([0.1] * 10), sum([1e16, 1, -1e16]), sum(map(int, "123")), sum(len(w) for w in ["a", "bb"]), sum([-0.0]), sum({}))
start = [0]
result = sum([[1], [2]], start)
print(result, start)
