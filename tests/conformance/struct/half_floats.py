# The e code: rounding to half precision, subnormals, infinities, overflow.
import struct
def half(x):
    raw = struct.pack(">e", x)
    return raw.hex(), struct.unpack(">e", raw)[0]
for x in (0.0, -0.0, 1.0, -2.0, 0.5, 65504.0, 65519.99, 1 / 3, 0.1, 6.103515625e-05, 6.0975551605224609e-05,
    5.9604644775390625e-08, 2.98e-08, 3e-08, 2.9802322387695312e-08, 1e-10, 2048.0, 2049.0, 2050.0, 2051.0,
    1.0004882812, 1.00048828125, 1.0009765625, 1.001464843, float("inf"), float("-inf"), float("nan"), 3,
    True):
    print(x, *half(x))
for x in (65520.0, 1e5, -65520.0, "a", None):
    try:
        print(half(x))
    except Exception as e:
        print(type(e).__name__, e)
for bits in (0x0001, 0x03FF, 0x0400, 0x3C00, 0x7BFF, 0x7C00, 0x8000, 0xFC00, 0x3555):
    print(hex(bits), struct.unpack(">e", bits.to_bytes(2, "big"))[0])
print(sum(struct.pack("<e", struct.unpack("<e", i.to_bytes(2, "little"))[0]) == i.to_bytes(2,
    "little") for i in range(0x7C01)))
