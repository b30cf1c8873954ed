# Equality ignores order; numeric keys of equal value are one key.
print({1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} == {1: 3}, {1: 2} != {2: 1}, {} == {},
    {"a": {"b": [1]}} == {"a": {"b": [1.0]}}, {1: 2} == [(1, 2)], {1: "a"} == {1.0: "a"} == {True: "a"})
d = {}
for k in (1, 1.0, True, 1 + 0j, 2, "1", b"1", (1,), (1.0,), 0, False, None, "", 0.5, 2**70, 2.0**70,
        frozenset([1])):
    d[k] = d.get(k, 0) + 1
print(d, len(d))
class Key:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return self.n % 3
    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n
    def __repr__(self):
        return f"K{self.n}"
keys = {Key(i): i for i in range(10)}
print(keys, keys[Key(7)], Key(99) in keys, Key(0) in keys, keys.pop(Key(3)), len(keys), keys.get(Key(3)))
class OnlyEq:
    def __eq__(self, other):
        return True
class NoHash:
    __hash__ = None
class BadHash:
    def __hash__(self):
        return "x"
class Raises:
    def __hash__(self):
        raise LookupError("hash")
for bad in (OnlyEq, NoHash, BadHash, Raises):
    try:
        {bad(): 1}
    except (TypeError, LookupError) as e:
        print(type(e).__name__, e)
class EqRaises:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        raise ZeroDivisionError("eq")
try:
    {EqRaises(): 1, EqRaises(): 2}
except ZeroDivisionError as e:
    print(e)
