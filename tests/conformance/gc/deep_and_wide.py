# object graphs survive a collection
import gc
deep = None
for i in range(20000):
    deep = [i, deep]
gc.collect()
n, d = 0, deep
while d:
    n += d[0]
    d = d[1]
print(n)
wide = [[j] for j in range(20000)]
table = {i: (i, str(i)) for i in range(5000)}
gc.collect()
print(sum(w[0] for w in wide), table[4999], len(table))


class Node:
    def __init__(self, v, left=None, right=None):
        self.v, self.left, self.right = v, left, right


def build(n):
    return Node(n, build(n - 1), build(n - 1)) if n else None


def total(t):
    return t.v + total(t.left) + total(t.right) if t else 0


tree = build(10)
before = total(tree)
for _ in range(3):
    garbage = [build(5) for _ in range(20)]
    gc.collect()
print(before == total(tree), before)
deep_tuple = ()
for i in range(3000):
    deep_tuple = (deep_tuple,)
gc.collect()
k = 0
while deep_tuple:
    deep_tuple = deep_tuple[0]
    k += 1
print(k)
ring = [Node(i) for i in range(100)]
for i, r in enumerate(ring):
    r.left, r.right = ring[i - 1], ring[(i + 1) % 100]
start = ring[0]
del ring
gc.collect()
x = start
for _ in range(250):
    x = x.right
print(x.v, x.left.v, start.left.v)
