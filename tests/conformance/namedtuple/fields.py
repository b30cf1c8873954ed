# Field names from a string with spaces or commas, a list or a tuple.
from collections import namedtuple
P = namedtuple("P", "x y")
Q = namedtuple("Q", ["a", "b", "c"])
R = namedtuple("R", ("one",))
S = namedtuple("S", "p, q r,s")
E = namedtuple("Empty", [])
p = P(3, 4)
print(p, P(x=1, y=2), P(5, y=6), Q(1, "two", [3]), R(None), S(1, 2, 3, 4), E(), P._fields, S._fields,
    E._fields, P.__name__, repr(p))
print(p.x, p.y, p[0], p[-1], p[:], len(p), p == (3, 4), p < (3, 5), hash(p) == hash((3, 4)),
    isinstance(p, tuple), list(p), p + (5,), p * 2, 4 in p, p.index(4), p.count(3), {p: 1}[3, 4])
x, y = p
print(x, y, max(P(1, 2), P(1, 3)), sorted([P(2, 1), P(1, 9)]), "%s-%s" % p, "{0.x} {1}".format(p, p),
    f"{p.x=}", type(p + (1,)).__name__, type(p).__name__)
for f in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: P(1, x=2), lambda: P(), lambda: p.z,
        lambda: p[2], lambda: setattr(p, "x", 9), lambda: setattr(p, "z", 9), lambda: p.__setitem__,
        lambda: E(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
