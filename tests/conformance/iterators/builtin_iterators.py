# one loop over each container, view and iterator type
from collections import OrderedDict, deque
import array
d = {"a": 1, "b": 2}
sources = [
    [1, 2], (1, 2), "ab", b"ab", bytearray(b"ab"), memoryview(b"ab"), range(2), {5}, frozenset({5}), d, d.keys(), d.values(), d.items(),
    iter([1, 2]), iter("ab"), reversed([1, 2]), reversed(range(2)), reversed("ab"), reversed(d), enumerate("ab"), zip("ab", [1, 2]), map(len, ["", "a"]), filter(None, [0, 1]),
    (x for x in "ab"), array.array("i", [1, 2]), deque([1, 2]), OrderedDict(d), iter({}), iter(range(3)), iter(b"ab"), iter(d.items()), iter(set()), reversed((1, 2)), reversed(d.items()),
]
for s in sources:
    name = type(s).__name__
    print(name, type(iter(s)).__name__, iter(s) is s, end=" ")
    print([x for x in s], list(s) == [])
for s in (zip(), zip([]), map(str, []), enumerate([]), filter(None, "")):
    print(type(s).__name__, list(s))
it = iter([1, 2, 3])
print(list(zip(it, it)), list(it))
z = zip([1, 2, 3], "ab")
print(next(z), list(z), next(z, "end"))
print(list(enumerate("ab", 5)), list(map(lambda *a: a, "ab", range(9), [1, 2, 3])), list(filter(str.isdigit, "a1b2")))
print([list(x) for x in zip(*[(1, 2), (3, 4)])], list(zip("abc", range(2), "xyz")))
try:
    list(zip("ab", "a", strict=True))
except ValueError as e:
    print(e)
try:
    list(zip("a", "ab", strict=True))
except ValueError as e:
    print(e)
it = iter([1, 2, 3, 4])
next(it)
print(it.__length_hint__(), iter(range(5)).__length_hint__())
