# Dispatch, counting, inverting, memo and nested update with dicts.
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b}
stack = []
for t in "3 4 + 2 * 7 -".split():
    if t in ops:
        b, a = stack.pop(), stack.pop()
        stack.append(ops[t](a, b))
    else:
        stack.append(int(t))
print(stack)
memo = {}
def collatz(n):
    if n == 1:
        return 0
    if n not in memo:
        memo[n] = 1 + collatz(3 * n + 1 if n % 2 else n // 2)
    return memo[n]
print(max(range(1, 1000), key=collatz), collatz(871), len(memo))
def merge(a, b):
    out = dict(a)
    for k, v in b.items():
        out[k] = merge(out[k], v) if isinstance(v, dict) and isinstance(out.get(k), dict) else v
    return out
print(merge({"a": {"b": 1, "c": 2}, "d": 3}, {"a": {"c": 9, "e": {}}, "f": None}))
counts = {}
for c in "mississippi":
    counts[c] = counts.get(c, 0) + 1
inverse = {}
for k, v in counts.items():
    inverse.setdefault(v, []).append(k)
print(counts, inverse, sorted(counts, key=lambda c: (-counts[c], c)))
graph = {"a": "bc", "b": "d", "c": "d", "d": ""}
print({n: sum(n in v for v in graph.values()) for n in graph}, dict(sorted(counts.items())),
    min(counts.items(), key=lambda p: p[1]))
