# All search, split, strip and case methods give bytearrays.
a = bytearray(b"  The quick brown fox  ")
print(a.strip(), a.lstrip(), a.rstrip(), a.upper(), a.lower(), a.title(), a.swapcase(), a.split(),
    a.split(b"q"), a.replace(b"quick", b"slow"), a.partition(b"brown"))
print(type(a.strip()).__name__, type(a.split()[0]).__name__, type(a.partition(b"x")[1]).__name__,
    type(bytearray(b",").join([b"a"])).__name__, type(a[1:3]).__name__, type(a * 2).__name__,
    type(a + b"").__name__, type(a.hex()).__name__)
print(a.find(b"fox"), a.rfind(b" "), a.index(ord("q")), a.count(b"o"), a.startswith(b"  The"),
    a.endswith(b"x"), b"quick" in a, 113 in a, a.isspace(), a.center(30, b"."), bytearray(b"7").zfill(3),
    a.hex(" ", 4))
print(bytearray(b"a,b").join([b"1", bytearray(b"2")]), bytearray(b"l1\nl2\r\n").splitlines(True),
    bytearray(b"abc").translate(bytes.maketrans(b"a", b"z")), bytearray(b"x").ljust(3, b"-"),
    bytearray(b"\xc3\xa9").decode(), bytearray(b"%d") % 5)
b = a.strip()
b[0] = 116
print(a, b, a == bytearray(a), a == bytes(a), a is a.strip(), bytearray(b"a").strip() == b"a")
same = bytearray(b"abc")
other = same.replace(b"x", b"y")
other[0] = 0
print(same, other)
