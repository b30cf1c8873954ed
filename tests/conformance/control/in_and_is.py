print(1 in [1, 2], 3 in (1, 2), "b" in "abc", "bc" in "abc", "" in "", "ac" in "abc")
print(1 not in [1], None in [None], 2 in {1: 2}, 1 in {1: 2}, 5 in range(0, 10, 5), 6 in range(0, 10, 5))
print(b"b" in b"abc", 98 in b"abc", 1.0 in [1], True in [1], "1" in [1])
nan = float("nan")
print(nan in [nan], nan == nan, [nan] == [nan])
a = b = []
c = []
print(a is b, a is c, a is not c, None is None, a == c)
print(not a is c, not 1 in [2])
for left, right in ((1, 5), (1, "abc"), ("a", b"abc"), (300, b"a"), ([], {1: 2}), ([1], {1})):
    try:
        print(left in right)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Eq:
    def __eq__(self, other):
        print("eq", other, end=" ")
        return other == 2


print(Eq() in [1, 2, 3])
print(2 in [Eq()])
print((x for x in [1, 2, 3]).__contains__ if hasattr(type((x for x in [])), "__contains__") else "no contains")
it = iter([1, 2, 3, 4])
print(2 in it, list(it))
