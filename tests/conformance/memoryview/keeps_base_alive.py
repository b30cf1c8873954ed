# A view keeps its base alive; copies taken from it are independent.
import gc

def make(n):
    return memoryview(bytearray(b"base %03d" % n))[5:]

views = [make(i) for i in range(200)]
junk = [[i] * 50 for i in range(500)]
del junk
gc.collect()
print(bytes(views[0]), bytes(views[77]), views[199].tobytes(), all(bytes(v) == b"%03d" % i for i,
    v in enumerate(views)))
first = views[0].tobytes()
views[0][0] = 57
print(first, bytes(views[0]), views[0].obj)
base = bytearray(b"shared")
left, right = memoryview(base)[:3], memoryview(base)[3:]
left[0], right[0] = right[0], left[0]
print(base, left.obj is base, memoryview(left).obj is base)
nested = memoryview(base)
for _ in range(20):
    nested = nested[:]
nested[5] = 33
del base, left, right
gc.collect()
print(nested.tobytes(), nested.toreadonly().readonly, nested.readonly)
