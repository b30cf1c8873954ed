# find, rfind, index, rindex, count with bytes and int needles.
b = b"abracadabra"
print(b.find(b"bra"), b.rfind(b"bra"), b.find(98), b.rfind(97), b.find(b"z"), b.find(b""), b.rfind(b""),
    b.find(b"a", 1), b.find(b"a", -3), b.find(b"bra", 2, 10), b.find(bytearray(b"cad")),
    b.find(memoryview(b"dab")), b.find(b"", 12), b.find(97, 5, 6))
print(b.index(b"c"), b.rindex(b"a"), b.index(100), b.count(b"a"), b.count(97), b.count(b"abra"), b.count(b""),
    b.count(b"a", 3, 8), b.count(b"zz"), b.count(0), b"\0\0a\0".count(0), b"aaaa".count(b"aa"))
print(b.startswith(b"abra"), b.endswith(b"bra"), b.startswith((b"x", b"ab")), b.startswith(b"bra", 1),
    b.endswith(b"abr", 0, -1), b.startswith(bytearray(b"ab")), b.endswith(()), b.startswith(b""),
    b.endswith(b"a", 10))
for f in (lambda: b.index(b"z"), lambda: b.rindex(b"z"), lambda: b.index(1), lambda: b.find("a"),
        lambda: b.find(256), lambda: b.find(-1), lambda: b.find(1.5), lambda: b.count("a"),
        lambda: b.count(None), lambda: b.startswith("a"), lambda: b.startswith(["a"]),
        lambda: b.endswith(("a",)), lambda: b.startswith(97), lambda: b.find(), lambda: b.find([97])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
