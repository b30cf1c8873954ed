# append, extend, insert, +=, *= and self-extension.
a = bytearray()
for i in range(5):
    a.append(i * 10)
print(a)
a.extend(b"xy")
a.extend([1, 2])
a.extend(bytearray(b"z"))
a.extend(range(3))
a.extend(c for c in b"g")
print(a)
a.insert(0, 255)
a.insert(100, 254)
a.insert(-1, 253)
print(a)
b = a
a += b"!"
a += bytearray(b"?")
a += memoryview(b"m")
print(a is b, b[-3:])
a = bytearray(b"ab")
try:
    a += a
except BufferError as e:
    print("BufferError", e)
a.extend(a)
a += bytes(a)
print(a)
a *= 2
print(a, len(a))
a *= 0
print(a)
a = bytearray(b"q")
c = a + a
c.append(33)
print(a, c, a * 3)
big = bytearray()
for i in range(3000):
    big.append(i & 255)
print(len(big), big[2999], sum(big))
for f in (lambda: a.append(256), lambda: a.append("a"), lambda: a.append(b"a"), lambda: a.append(),
        lambda: a.extend(5), lambda: a.extend("ab"), lambda: a.extend([256]), lambda: a.extend([1, "x"]),
        lambda: a.insert(0, -1), lambda: a.insert("0", 1), lambda: a + "x", lambda: a + [1],
        lambda: a.append(None), lambda: a * 1.5):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print(a)
