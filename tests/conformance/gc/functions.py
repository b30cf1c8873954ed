import gc
print(gc.isenabled())
print(gc.disable(), gc.isenabled())
print(gc.enable(), gc.isenabled())
print(type(gc.collect()).__name__, gc.collect() >= 0)
print(isinstance(gc.get_threshold(), tuple), gc.get_count() is not None)


class Node:
    def __init__(self):
        self.me = self


for _ in range(100):
    Node()
print(gc.collect() >= 0)
a = []
a.append(a)
b = {}
b["b"] = b
b["a"] = a
gc.collect()
print(a[0][0] is a, b["b"]["a"][0] is a)
gc.disable()
cells = [[i] for i in range(1000)]
gc.enable()
gc.collect()
print(sum(c[0] for c in cells))
