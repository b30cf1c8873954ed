# Packing into a buffer at an offset, negative offsets, and what does not fit.
import struct
b = bytearray(12)
struct.pack_into("<hh", b, 2, 1, -1)
struct.pack_into(">I", b, 8, 0x01020304)
struct.pack_into("B", b, -12, 255)
print(b.hex(" "))
struct.pack_into("<H", memoryview(b)[6:], 0, 0xBEEF)
print(b.hex(" "), struct.unpack_from("<hh", b, 2), struct.unpack_from(">I", b, -4),
    struct.unpack_from("B", b), struct.unpack_from("<H", buffer=b, offset=6),
    struct.unpack_from("<H", memoryview(b)[6:]))
print(struct.unpack_from("3s", b"abcdef", 2), struct.unpack_from("", b""),
    struct.unpack_from("<0s", b"abc", 3))
for f in (lambda: struct.pack_into("<I", b, 9, 1), lambda: struct.pack_into("<I", b, -2, 1),
        lambda: struct.pack_into("<I", b, -20, 1), lambda: struct.pack_into("<I", b, 12, 1),
        lambda: struct.pack_into("<I", b"readonly", 0, 1), lambda: struct.unpack_from("<I", b, 9),
        lambda: struct.unpack_from("<I", b, -2), lambda: struct.unpack_from("<I", b, -20),
        lambda: struct.unpack_from("<I", b"ab"), lambda: struct.pack_into("<I", b, 0),
        lambda: struct.pack_into("<I", b), lambda: struct.pack_into("<I", "str", 0, 1),
        lambda: struct.pack_into("<I", b, "0", 1), lambda: struct.unpack_from("<I", "abcd")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(b.hex(" "))
