# Items take ints from 0 to 255; deletion shifts.
a = bytearray(b"hello")
a[0] = 72
a[-1] = ord("0")
a[True] = 0x45
print(a, a[0], list(a))
class I:
    def __index__(self):
        return 33
a[2] = I()
print(a)
del a[1]
del a[-1]
print(a, len(a))
for f in (lambda: a.__setitem__(0, 256), lambda: a.__setitem__(0, -1), lambda: a.__setitem__(0, "a"),
        lambda: a.__setitem__(0, b"a"), lambda: a.__setitem__(0, 1.5), lambda: a.__setitem__(9, 1),
        lambda: a.__setitem__(-9, 1), lambda: a.__setitem__("0", 1), lambda: a.__delitem__(7), lambda: a[7],
        lambda: a[1.0], lambda: a.__setitem__(0, None), lambda: a.__setitem__(0, 2**80)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(a)
