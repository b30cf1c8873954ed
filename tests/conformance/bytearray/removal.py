# pop, remove, clear, reverse, del.
a = bytearray(b"hello world")
print(a.pop(), a.pop(0), a.pop(-2), a.pop(3), a)
a.remove(111)
a.remove(ord("l"))
print(a)
a.reverse()
print(a)
b = a.copy()
a.clear()
print(a, b, len(a), bool(a), bool(b))
for f in (lambda: a.pop(), lambda: b.pop(99), lambda: b.pop(-99), lambda: b.remove(1), lambda: b.remove(b"l"),
        lambda: b.remove(256), lambda: b.remove("l"), lambda: b.pop("0"), lambda: b.pop(1.0),
        lambda: a.remove(0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
while b:
    b.pop()
print(b, bytearray(b"x").pop())
