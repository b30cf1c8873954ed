# Ordering with other buffers; changing the size while iterating is allowed.
a = bytearray(b"abc")
print(a == b"abc", a == [97, 98, 99], a < b"abd", a > bytearray(b"abb"), a != "abc", a <= a, a >= b"",
    a == memoryview(a), min(a), max(a), sorted(bytearray(b"zx")), list(reversed(a)), sum(a))
out = []
for x in a:
    out.append(x)
    if len(a) < 6:
        a.append(x + 3)
print(out, a)
it = iter(a)
print(next(it), next(it))
a.clear()
print(next(it, "end"), list(it))
a.extend(b"xyz")
print(list(it), len(a), bool(a))
x, *y = bytearray(b"123")
print(x, y, bytearray(b"a") in [b"a"], bytearray(b"a") in (1, bytearray(b"a")), {bytes(bytearray(b"k")): 1})
for f in (lambda: a < "x", lambda: a < 5, lambda: a + 5, lambda: bytearray(b"a") < [97], lambda: "x" in a,
        lambda: 256 in a):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
