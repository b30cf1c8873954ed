# f and d: exact bytes, rounding to single, special values, ints as floats.
import struct
for x in (0.0, -0.0, 1.0, -1.5, 0.1, 1e-45, 1.4e-45, 7e-46, 3.4028234e38, 3.4028235677e38, 16777217.0, 1e30,
        float("inf"), float("-inf"), 3, True):
    print(x, struct.pack(">f", x).hex(), struct.unpack(">f", struct.pack(">f", x))[0],
        struct.pack(">d", x).hex(), struct.unpack("<d", struct.pack("<d", x))[0])
print(struct.unpack(">f", bytes.fromhex("7fc00000")), struct.unpack(">d", bytes.fromhex("7ff8000000000000")),
    struct.unpack(">f", bytes.fromhex("00000001")), struct.unpack(">d", bytes.fromhex("0000000000000001")))
for x in (3.4028236e38, -1e39, 10**400):
    for code in ("<f", "<d"):
        try:
            print(code, struct.unpack(code, struct.pack(code, x)))
        except Exception as e:
            print(code, type(e).__name__, e)
class F:
    def __float__(self):
        return 2.5
class I:
    def __index__(self):
        return 5
print(struct.pack("<f", F()).hex(), struct.pack("<h", I()).hex(), struct.pack("<d", I()).hex(),
    struct.pack("<?", []), struct.pack("<?", "x"), struct.pack("<???", 0, 1, None),
    struct.unpack("<3?", b"\x00\x02\xff"))
