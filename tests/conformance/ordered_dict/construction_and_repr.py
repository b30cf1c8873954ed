# OrderedDict from every source; repr as a list of pairs.
from collections import OrderedDict
print(OrderedDict(), OrderedDict([("b", 1), ("a", 2)]), OrderedDict(b=1, a=2), OrderedDict({"x": 1}),
    OrderedDict([("a", 1)], b=2), OrderedDict.fromkeys("cab"), OrderedDict.fromkeys([1, 2], 0),
    OrderedDict(OrderedDict(q=1)))
d = OrderedDict(zip("xyz", range(3)))
print(d, len(d), d["y"], list(d), list(d.items()), str(d) == repr(d), isinstance(d, dict), d.copy(),
    type(d.copy()).__name__, bool(d), bool(OrderedDict()))
d["self"] = d
print(d)
del d["self"]
d.extra = 1
print(d, d.extra, dict(d), {**d}, d.get("zz"), d.setdefault("w", 9), sorted(d))
class Sub(OrderedDict):
    pass
print(Sub(a=1), type(Sub(a=1).copy()).__name__, [Sub()])
for f in (lambda: OrderedDict(5), lambda: OrderedDict([1]), lambda: OrderedDict({}, {}),
        lambda: OrderedDict([("a", 1, 2)]), lambda: d["nope"], lambda: OrderedDict([([], 1)]),
        lambda: hash(d)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
