# defaultdict: the factory runs on missing items only.
from collections import defaultdict
d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k].append(v)
print(d, dict(d), d["new"], len(d), d.get("other"), "other" in d, d.default_factory is list,
    isinstance(d, dict))
n = defaultdict(int, {"x": 5}, y=1)
n["x"] += 1
n["z"] += 1
print(n["x"], n["z"], sorted(n.items()), n == {"x": 6, "y": 1, "z": 1}, sorted(n.copy()),
    type(n.copy()).__name__)
t = defaultdict(lambda: defaultdict(int))
t["a"]["b"] += 2
print(t["a"]["b"], len(t), dict(t["a"]))
e = defaultdict()
print(e, e.default_factory, defaultdict(None, a=1), repr(defaultdict(int)))
e.default_factory = str
print(repr(e["q"]), e.setdefault("w", 1), e.pop("q"), sorted(e), type(e | {}).__name__)
for f in (lambda: defaultdict()["k"], lambda: defaultdict(5), lambda: defaultdict(lambda x: x)["k"],
        lambda: defaultdict(list, 5), lambda: d[[]], lambda: defaultdict(lambda: 1 / 0)["z"],
        lambda: defaultdict(None, a=1)["b"]):
    try:
        print(f())
    except Exception as ex:
        print(type(ex).__name__, ex)
