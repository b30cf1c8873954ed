# _replace, _asdict, _make, _fields, _field_defaults.
from collections import namedtuple
P = namedtuple("P", "x y z")
p = P(1, 2, 3)
print(p._replace(x=10), p._replace(), p._replace(x=0, z=0), p._asdict(), P._make([7, 8, 9]), P._make("abc"),
    P._make(range(3)), P(**p._asdict()) == p, P._field_defaults, P(*p))
print(type(p._asdict()).__name__, p._asdict()["y"], getattr(p, "z"), [getattr(p, f) for f in P._fields],
    dict(zip(P._fields, p)))
Two = namedtuple("Two", p._fields[:2] + ("w",))
print(Two._fields, Two(*p), Two(1, 2, 3) == p)
for f in (lambda: p._replace(q=1), lambda: p._replace(q=1, r=2), lambda: P._make([1]),
        lambda: P._make([1, 2, 3, 4]), lambda: P._make(5), lambda: p._replace(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
points = [P(3, 1, 2), P(1, 2, 3), P(2, 3, 1)]
print(sorted(points, key=lambda q: q.y), min(points), [q.z for q in sorted(points)], sum(q.x for q in points))
