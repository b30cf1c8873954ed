# A bytearray cannot change its size while a memoryview looks at it.
a = bytearray(b"hello")
v = memoryview(a)
v[0] = 74
print(a)
a[1] = 69
print(v.tobytes())
a[2:4] = b"LL"
print(a)
for f in (lambda: a.append(1), lambda: a.extend(b"x"), lambda: a.pop(), lambda: a.clear(),
        lambda: a.__delitem__(0), lambda: a.__setitem__(slice(0, 1), b"xx"), lambda: a.__iadd__(b"x"),
        lambda: a.insert(0, 1), lambda: a.remove(74), lambda: a.__imul__(2)):
    try:
        f()
        print("changed", a)
    except BufferError as e:
        print("BufferError", e)
v.release()
a.append(33)
print(a)
with memoryview(a) as m:
    print(len(m))
    try:
        a.append(0)
    except BufferError:
        print("locked")
a.append(34)
print(a)
