# hex with separators and groups, fromhex with white space.
b = bytes(range(0, 250, 25))
print(b.hex(), b.hex("-"), b.hex(":", 2), b.hex(" ", -2), b.hex("_", 3), b.hex("_", -3), b.hex(b"."),
    b"".hex(), b"\x0f".hex("-"), b.hex(sep=",", bytes_per_sep=4), b.hex("-", 0), b.hex("-", 100))
print(bytes.fromhex("00ff10"), bytes.fromhex(" AB cd\n12 "), bytes.fromhex(""), bytearray.fromhex("0102"),
    bytearray(b"\xab").hex(), memoryview(b"\x01\x02").hex("/"), bytes.fromhex(b.hex()) == b,
    bytes.fromhex("aB Cd"))
for f in (lambda: bytes.fromhex("a"), lambda: bytes.fromhex("abc"), lambda: bytes.fromhex("zz"),
        lambda: bytes.fromhex("0 1"), lambda: bytes.fromhex("12 3"), lambda: bytes.fromhex(b"12"),
        lambda: bytes.fromhex(5), lambda: bytes.fromhex("1\u0660"), lambda: b.hex(""), lambda: b.hex("--"),
        lambda: b.hex("é"), lambda: b.hex(5), lambda: b.hex("-", "x"), lambda: bytes.fromhex("12-34"),
        lambda: bytes.fromhex("0x12")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))
