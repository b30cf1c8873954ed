# In 3.11 slices cannot be keys.
for f in (lambda: hash(slice(1)), lambda: {slice(1): 2}, lambda: {slice(1)}, lambda: {}[1:2],
        lambda: {1: 2}.get(slice(3)), lambda: hash((1, slice(2)))):
    try:
        print(f())
    except TypeError as e:
        print(e)
d = {}
try:
    d[1:2] = "x"
except TypeError as e:
    print(e, d)
try:
    del d[:]
except TypeError as e:
    print(e)
