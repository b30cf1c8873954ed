# Slices grow, shrink and replace; extended slices need equal lengths.
a = bytearray(b"0123456789")
a[2:4] = b"ab"
print(a)
a[2:4] = b"LONGER"
print(a)
a[2:8] = b""
print(a)
a[:0] = b"<<"
a[len(a):] = b">>"
a[5:5] = bytearray(b"mid")
print(a)
a[1:3] = [65, 66, 67]
a[-3:] = (x for x in range(48, 51))
a[0:1] = memoryview(b"M")
print(a)
a[::2] = b"*" * len(a[::2])
print(a)
a[1:4] = a
print(a)
a[:] = a[::-1]
print(a)
del a[::3]
print(a)
del a[5:]
print(a)
a[5:2] = b"X"
print(a)
a[-1:-3:-1] = b"zy"
print(a)
for f in (lambda: a.__setitem__(slice(0, 4, 2), b"abc"), lambda: a.__setitem__(slice(0, 1), "x"),
        lambda: a.__setitem__(slice(0, 1), 5), lambda: a.__setitem__(slice(0, 1), [256]),
        lambda: a.__setitem__(slice(0, 1), ["a"]), lambda: a.__setitem__(slice(0, 5, 0), b""),
        lambda: a.__setitem__(slice(None), None), lambda: a.__setitem__(slice(0, 1), [1.5])):
    try:
        f()
        print(a)
    except Exception as e:
        print(type(e).__name__, e)
a[:] = b""
print(a, len(a))
del a[:]
print(a)
