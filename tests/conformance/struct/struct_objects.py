# Compiled Struct objects and iter_unpack.
import struct
s = struct.Struct("<hB")
print(s.size, s.format, s.pack(1, 2), s.unpack(b"\x01\x00\x02"), s.unpack_from(b"zz\x05\x00\x06", 2),
    list(s.iter_unpack(b"\x01\x00\x02\x03\x00\x04")))
buf = bytearray(5)
s.pack_into(buf, 1, -1, 9)
print(buf, [a * b for a, b in struct.iter_unpack(">BB", bytes(range(6)))],
    list(struct.iter_unpack("<h", b"")))
it = struct.iter_unpack("<H", b"\x01\x00\x02\x00")
print(next(it), next(it), next(it, "done"))
for f in (lambda: list(struct.iter_unpack("<h", b"abc")), lambda: list(struct.iter_unpack("", b"")),
        lambda: s.pack(1), lambda: s.unpack(b"12"), lambda: struct.Struct("q?z"),
        lambda: s.pack_into(buf, 4, 1, 1), lambda: struct.Struct(5), lambda: struct.Struct()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
