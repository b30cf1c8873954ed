# An index gives an int, a slice gives bytes; iteration gives ints.
b = b"hello world"
print(b[0], b[-1], b[1:4], b[:5], b[-5:], b[::2], b[::-1], b[100:], b[3:1], b[-100:2], b[4:0:-2], b[:],
    len(b))
print(list(b[:3]), [hex(x) for x in b"\x00\xff"], max(b), min(b), sorted(b"cab"), sum(b"abc"),
    tuple(reversed(b"xyz")), 104 in b, b[True])
x, y, *rest = b"abcd"
print(x, y, rest, dict(enumerate(b"hi")), bytes(x + 1 for x in b"HAL"), [*b"ab"], set(b"aa"))
for f in (lambda: b[11], lambda: b[-12], lambda: b[1.0], lambda: b["0"], lambda: b[None], lambda: b[::0],
        lambda: b[10**30], lambda: b[1, 2]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
try:
    del b[0]
except TypeError as e:
    print(e)
try:
    b.x = 1
except AttributeError as e:
    print(e)
