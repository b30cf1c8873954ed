# What survives dumps and loads, and what changes type.
import json
values = [None, True, 1, -1.5, "x", [], {}, [1, [2, [3]]], {"a": {"b": {"c": []}}}, 2**63, -(2**63) - 1,
    10**30, 0.1, 1e300, 5e-324, "é☃😀\n\"\\"]
for v in values:
    back = json.loads(json.dumps(v))
    assert back == v and type(back) is type(v), v
print(json.loads(json.dumps(values)) == values, json.loads(json.dumps((1, (2,)))),
    json.loads(json.dumps({1: 2, None: 3, True: 4, 1.5: 5})))
deep = []
for _ in range(200):
    deep = [deep]
print(json.dumps(deep) == "[" * 201 + "]" * 201, json.loads("[" * 200 + "]" * 200) is not None)
big = {"k%d" % i: [i, i / 4, str(i), None] for i in range(500)}
text = json.dumps(big)
print(len(text), json.loads(text) == big, json.loads(json.dumps(big, indent=3)) == big)
print(json.dumps(json.loads(text), sort_keys=True)[:60], json.loads(json.dumps("\ud83d\ude00")) == "😀")
import math
print(math.isnan(json.loads(json.dumps(math.nan))), json.loads(json.dumps(-math.inf)), json.loads("-0"),
    json.loads("-0.0"), json.loads("1E400"))
