# Containers that hold themselves are refused.
import json
a = []
a.append(a)
d = {}
d["k"] = {"inner": d}
m = [{}]
m[0]["list"] = m
for v in (a, d, m, {"x": a}, (a,)):
    try:
        print(json.dumps(v))
    except ValueError as e:
        print(type(e).__name__, e)
shared = [1]
print(json.dumps([shared, shared, {"s": shared}]))
class Loop:
    pass
def default(o):
    return o
try:
    json.dumps(Loop(), default=default)
except ValueError as e:
    print(e)
for f in (lambda: json.loads("[" * 100000), lambda: json.loads('{"a":' * 100000),
    lambda: json.loads("[" * 500)):
    try:
        f()
        print("parsed")
    except (RecursionError, ValueError):
        print("refused")
