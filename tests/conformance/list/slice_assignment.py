# Assignment to plain and extended slices, from any iterable, from itself.
a = list(range(6))
a[1:3] = ["a", "b", "c"]
print(a)
a[1:4] = []
print(a)
a[1:1] = (x for x in "xy")
print(a)
a[:0] = [-1]
a[len(a):] = [100]
print(a)
a[::2] = [0] * len(a[::2])
print(a)
a[-2:] = "end"
print(a)
a[2:4] = a
print(a)
a[:] = a[::-1]
print(a[:5])
a[5:2] = ["inserted"]
print(a[4:7])
a[:] = range(8)
a[1::3] = ["p", "q", "r"]
a[6:0:-2] = "abc"
print(a)
b = a
a[:] = [1, 2, 3]
print(b, a is b)
a[1:2] = {5: "key"}
a[0:0] = {7}
print(a)
for f in (lambda: a.__setitem__(slice(0, 4, 2), [1]), lambda: a.__setitem__(slice(0, 1), 5),
        lambda: a.__setitem__(slice(0, 1), None), lambda: a.__setitem__(slice(None, None, 2),
        [1, 2, 3, 4, 5]), lambda: a.__setitem__(slice(0, 1, 0), []), lambda: a.__setitem__(slice(None, None,
        -1), 3), lambda: a.__setitem__(slice("a", None), [])):
    try:
        f()
        print(a)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
