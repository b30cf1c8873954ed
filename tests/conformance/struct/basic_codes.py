# Every integer, float, char and string code in both standard byte orders.
import struct, sys
for code, value in [("b", -5), ("B", 250), ("h", -300), ("H", 60000), ("i", -70000), ("I", 4000000000),
        ("l", -1), ("L", 7), ("q", -(2**40)), ("Q", 2**63), ("f", 0.5), ("d", -0.1), ("e", 1.5), ("c", b"x"),
        ("?", True), ("3s", b"abc"), ("4p", b"ab")]:
    for order in "<>!":
        raw = struct.pack(order + code, value)
        print(order + code, raw.hex(), struct.unpack(order + code, raw), struct.calcsize(order + code),
            end="; ")
    print()
print(struct.pack("<bBhHiI", -1, 1, -2, 2, -3, 3), struct.pack(">2h3B", 1, 2, 3, 4, 5),
    struct.unpack("<2h3B", b"\x01\x00\x02\x00\x03\x04\x05"))
print(struct.pack("<3x"), struct.pack("<bxb", 1, 2), struct.unpack("<bxb", b"\x01\x99\x02"),
    struct.pack("<0h"), struct.pack(""), struct.unpack("", b""), struct.pack("< h 2b ", 1, 2, 3),
    struct.unpack(">xxB", b"abc"))
print(struct.pack(b"<h", 1), struct.pack("=I", 1) == struct.pack("<I" if sys.byteorder == "little" else ">I",
    1))
