# bytearray() from every source; each is a fresh copy.
src = bytearray(b"abc")
copy = bytearray(src)
copy[0] = 120
print(src, copy, bytearray(), bytearray(4), bytearray([1, 2, 3]), bytearray(b"bytes"),
    bytearray("é", "utf-8"), bytearray(memoryview(b"mv")), bytearray(x * 2 for x in range(4)),
    bytearray(range(3)), src.copy() == src, src.copy() is src)
print(len(bytearray(1000)), bytearray("x", encoding="ascii", errors="strict"), bytearray(source=b"kw"))
for f in (lambda: bytearray("abc"), lambda: bytearray(-1), lambda: bytearray([256]), lambda: bytearray(1.5),
        lambda: bytearray(["a"]), lambda: bytearray(None), lambda: bytearray(1, "utf-8"),
        lambda: bytearray([-5]), lambda: bytearray([1.5])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    hash(src)
except TypeError as e:
    print(e)
try:
    {src: 1}
except TypeError as e:
    print(e)
