# str and repr of every built-in type
import collections

values = [
    0, -5, 10**20, True, False, None, Ellipsis, NotImplemented,
    1.0, -0.0, 1e100, 1e16, 123456789.125, float("inf"), float("nan"),
    1j, 3 + 4j, -0.5 - 2j,
    "", "it's", 'say "hi"', "both ' and \"", "tab\tnl\n\\", "\x00\x7f\x80\xff", "é€😀",
    b"", b"a'b", b"\x00\xff\n",
    bytearray(b"xyz"), (), (1,), (1, 2), [], [1, [2, [3]]],
    {}, {1: "a", "b": [2]}, set(), {7}, frozenset(), frozenset({1}),
    range(3), range(1, 10, 2), slice(1, None, 2),
    int, str, type, object, ValueError, collections.OrderedDict,
    ValueError(), ValueError("x"), KeyError("k"), OSError(2, "msg"),
]
for v in values:
    print(str(v), "|", repr(v))
a = [1]
a.append(a)
print(a)
d = {}
d["self"] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
