# dumps of every kind of value, with the default separators.
import json
for v in (None, True, False, 0, -5, 10**20, 1.5, -0.0, 1e100, 0.1, 1e-7, 1e16, "", "text", [], [1, [2, []]],
        {}, {"a": 1, "b": [None, {}]}, (1, 2), ((),), "é☃😀", [True, "x", 2.5]):
    print(json.dumps(v))
print(json.dumps({1: 1, True: 2, None: 3, 2.5: 4, "s": 5, False: 6, -1: 7, 10**20: 8, float("inf"): 9}))
print(json.dumps({"b": 1, "a": {"d": 1, "c": 2}}, sort_keys=True), json.dumps([float("nan"), float("inf"),
    -float("inf")]), json.dumps({"k": (1, 2)}))
class I(int):
    pass
class F(float):
    pass
class S(str):
    pass
class L(list):
    pass
class D(dict):
    pass
print(json.dumps([I(5), F(1.5), S("s"), L([1]), D(k=1), {S("key"): I(1)}]))
from collections import OrderedDict, namedtuple
print(json.dumps(OrderedDict([("z", 1), ("a", 2)])), json.dumps(namedtuple("P", "x y")(1, 2)),
    json.dumps({"z": 1, "y": 2, "x": 3}))
for bad in (1j, {1}, b"x", object, ..., range(3), {(1, 2): 3}, {b"k": 1}, [1, {"a": {2}}], {1j: 1},
        lambda: 0):
    try:
        print(json.dumps(bad))
    except TypeError as e:
        print(e)
