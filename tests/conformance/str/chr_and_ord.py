# chr and ord over the whole range.
print([chr(c) for c in (65, 233, 0x2603)], ascii(chr(0x1F600)), ascii(chr(0x10FFFF)), ascii(chr(0)),
    ascii(chr(0xD800)), chr(True) == "\x01")
print(ord("A"), ord("é"), ord("☃"), ord("😀"), ord("\0"), ord(b"a"), ord(bytearray(b"\xff")),
    ord("\U0010ffff"))
for c in (0, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF):
    assert ord(chr(c)) == c and len(chr(c)) == 1
print("".join(chr(i) for i in range(32, 127)))
for f in (lambda: chr(-1), lambda: chr(0x110000), lambda: chr(2**40), lambda: chr("a"), lambda: chr(1.5),
        lambda: chr(), lambda: ord(""), lambda: ord("ab"), lambda: ord(5), lambda: ord(b"ab"),
        lambda: ord(None), lambda: ord(b""), lambda: chr(None)):
    try:
        print(f())
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
