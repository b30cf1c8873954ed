# Writes go through to the base; read-only bases refuse them.
base = bytearray(b"0123456789")
m = memoryview(base)
m[0] = 65
m[-1] = ord("Z")
m[2:5] = b"abc"
m[5:7] = bytearray(b"XY")
print(base, m.tobytes())
m[::2] = b"....."
print(base)
inner = m[3:8]
inner[0] = 33
inner[1:3] = b"??"
sub = inner[::-1]
sub[0] = 35
print(base, bytes(inner), bytes(sub))
m[0:4] = m[4:8]
print(base)
for f in (lambda: m.__setitem__(0, 256), lambda: m.__setitem__(0, -1), lambda: m.__setitem__(0, "a"),
        lambda: m.__setitem__(0, b"a"), lambda: m.__setitem__(10, 1), lambda: m.__setitem__(slice(0, 2),
        b"abc"), lambda: m.__setitem__(slice(0, 2), b""), lambda: m.__setitem__(slice(0, 2), "ab"),
        lambda: m.__setitem__(slice(0, 2), [1, 2]),
          lambda: m.__setitem__(0, 1.5), lambda: m.__delitem__(0), lambda: m.__delitem__(slice(0, 1)),
          lambda: memoryview(b"ro").__setitem__(0, 1), lambda: memoryview(b"ro").__setitem__(slice(0, 1),
          b"x"), lambda: m.__setitem__("0", 1), lambda: m.__setitem__(0, None)):
    try:
        f()
        print("written")
    except Exception as e:
        print(type(e).__name__, e)
print(base)
