print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(0) == hash(False) == hash(0.0) == hash(-0.0), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(2 ** 61), hash(10 ** 20) == hash(1e20), hash("a") == hash("a"), hash("") == hash(b"") == 0)
print(hash(None) == hash(None), hash(()) == hash(()), hash((1, "a")) == hash((1, "a")), hash((1, 2)) != hash((2, 1)), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(range(3)) == hash(range(0, 3, 1)), hash(b"ab") == hash(memoryview(b"ab")), hash(...) == hash(Ellipsis))
print(hash(float("inf")), hash(float("-inf")), hash(0.5) == hash(0.5), hash(1.5), hash(2.5), hash(10 ** 30), hash(-10 ** 30), hash(1j) , hash(3.0) == 3)
for bad in ("[]", "{}", "set()", "bytearray()", "slice(1)", "(1, [])", "({},)", "{}.keys()", "memoryview(bytearray(1))"):
    try:
        print(bad, hash(eval(bad)))
    except (TypeError, ValueError) as e:
        print(bad, type(e).__name__, e)


class C:
    def m(self):
        pass


c = C()
for x in (len, print, int, C, c, c.m, C.m, lambda: 0, iter([]), (i for i in []), type, object(), ValueError(), zip(), [].append, property(), __import__("sys"), range(5), NotImplemented, {}.values(), iter({})):
    print(hash(x) == hash(x), end=" ")
print()
print(c.m == c.m, hash(c.m) == hash(c.m), {c.m: 1}[c.m], {len: "len"}[len], {int: 1, str: 2}[str], {1: "int"}[1.0], {(1, 2): 3}[1.0, 2], {range(3): "r"}[range(3)], {None: 0}[None], {frozenset("ab"): 1}[frozenset("ba")])


class H:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h


print(hash(H(5)), hash(H(-1)), hash(H(2 ** 61 - 1)), hash(H(2 ** 64)), hash(H(-2 ** 70)), hash(H(True)))
for bad in ("x", 1.5, None):
    try:
        hash(H(bad))
    except TypeError as e:
        print(e)
try:
    hash()
except TypeError as e:
    print(e)
