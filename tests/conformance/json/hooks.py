# object_hook, object_pairs_hook, parse_int, parse_float, parse_constant.
import json
text = '{"a": {"x": 1, "y": 2.50}, "b": [{"k": 10}, {}], "a": null}'
print(json.loads(text, object_hook=lambda d: ("obj", sorted(d))))
print(json.loads(text, object_pairs_hook=lambda p: p))
print(json.loads(text, object_pairs_hook=list, object_hook=lambda d: 1 / 0))
print(json.loads("[1, 2.5, -3, 1e2, NaN, -Infinity]", parse_int=lambda s: "i" + s,
    parse_float=lambda s: "f" + s, parse_constant=lambda s: "c" + s))
from collections import OrderedDict
print(json.loads('{"z": 1, "a": 2}', object_pairs_hook=OrderedDict))
def reject(pairs):
    out = {}
    for k, v in pairs:
        if k in out:
            raise ValueError("duplicate key " + repr(k))
        out[k] = v
    return out
try:
    json.loads(text, object_pairs_hook=reject)
except ValueError as e:
    print(e)
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
def decode(d):
    return Point(d["x"], d["y"]) if d.keys() == {"x", "y"} else d
p = json.loads('{"points": [{"x": 1, "y": 2}, {"x": 3, "y": 4, "z": 5}]}', object_hook=decode)["points"]
print(type(p[0]).__name__, p[0].x, p[0].y, p[1])
