# Small tables, pairs as keys, tables that grow with gaps, ints of one and two words.
class K:
    n = 0
    def __hash__(self):
        K.n += 1
        return 7
    def __eq__(self, o): return self is o
k = K()
d = {k: 1}
d[k]; k in d; d.get(k)
assert K.n == 4, K.n
d = {1: "i", "a": 2, 2.5: 3, None: 4, True and "t": 5}
assert d[1.0] == "i" and d[True] == "i" and d[2.5] == 3 and d[None] == 4
nan = float("nan")
d = {nan: 1}
assert d.get(nan) == 1
g = {}
for x in range(-20, 20):
    for y in range(-20, 20): g[x, y] = x * 100 + y
for x in range(-20, 20):
    for y in range(-20, 20):
        assert g[x, y] == x * 100 + y and (float(x), y) in g
assert (True, 0) in g and (21, 1) not in g and (1, 2, 3) not in g
big = {}
for i in range(3000):
    big[i] = i
    if i % 3 == 0: big.pop(i // 2, None)
print(len(big), sum(big), list(big)[:10])
x = 140737488355327
for m in (x + 1, -x - 1, -x - 2, x * x, -x * x, 2**63, 2**64 - 1, 2**64, -2**63, -2**64):
    print(m, m + 1, m - 1, m & 0xFFFF, -m, m // 3, m % 7)
