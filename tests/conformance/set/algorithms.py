# Reachability, components, sieve and deduplication with sets.
edges = [(1, 2), (2, 3), (4, 5), (6, 6), (5, 4), (3, 1), (7, 8), (8, 9)]
near = {}
for a, b in edges:
    near.setdefault(a, set()).add(b)
    near.setdefault(b, set()).add(a)
def component(start):
    seen, todo = set(), {start}
    while todo:
        seen |= todo
        todo = set().union(*(near[n] for n in todo)) - seen
    return frozenset(seen)
print(sorted(map(sorted, {component(n) for n in near})))
def primes(n):
    left, out = set(range(2, n)), []
    while left:
        p = min(left)
        out.append(p)
        left -= set(range(p, n, p))
    return out
print(primes(60))
words = "listen silent enlist google elegoog banana".split()
print(sorted(sorted(w for w in words if frozenset(w) == k) for k in {frozenset(w) for w in words}))
seen = set()
print([w for w in "a b a c b d".split() if not (w in seen or seen.add(w))])
a, b = set("python"), set("pseudo")
print("".join(sorted(a & b)), "".join(sorted(a - b)), len(a & b) / len(a | b))
print(sorted(x for x in range(1, 50) if set(str(x * x)) <= set("149")))
