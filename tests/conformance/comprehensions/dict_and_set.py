print({x: x * x for x in range(4)}, {k: v for k, v in [("a", 1), ("b", 2)]}, {x % 3 for x in range(10)}, {v: k for k, v in {"a": 1, "b": 2}.items()})
print({i: j for i in range(3) for j in range(i)}, {(i, j): i + j for i in range(2) for j in range(2)}, {x for x in "a"}, {x for x in ()}, {x: 0 for x in ()})
print({1: 2 for _ in range(3)}, {x if x else "z": not x for x in range(2)}, {k: [i for i in range(k)] for k in range(3)}, {len(w): w for w in ["a", "bb", "c"]})
print(sorted({c.lower() for c in "AaBb"}), {frozenset([x]) for x in [1, 1]}, {**{k: k for k in "ab"}, "c": 1})
for bad in ("{[]: 1 for x in [1]}", "{[] for x in [1]}", "{a: b for a in 5}", "{x: 1 / x for x in [0]}"):
    try:
        eval(bad)
    except Exception as e:
        print(type(e).__name__, e)
log = []


def k(x):
    log.append(("key", x))
    return x


def v(x):
    log.append(("value", x))
    return x


{k(x): v(x) for x in range(2)}
print(log)
words = "the cat the dog a cat".split()
print({w: words.count(w) for w in words}, {w[0]: [u for u in words if u[0] == w[0]] for w in words})
inv = {}
for key, val in {"a": 1, "b": 2, "c": 1}.items():
    inv.setdefault(val, []).append(key)
print(inv, {val: {k for k, v2 in {"a": 1}.items() if v2 == val} for val in [1]})
nested = {i: {j: {k2: i + j + k2 for k2 in range(1)} for j in range(2)} for i in range(2)}
print(nested)
