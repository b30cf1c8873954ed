# A realistic use: writing and reading a bitmap file header.
import struct
HEADER = "<2sIHHI"
INFO = "<IiiHHIIiiII"
def bitmap(width, height, pixel):
    row = (width * 3 + 3) & ~3
    data = bytearray(row * height)
    for y in range(height):
        for x in range(width):
            r, g, b = pixel(x, y)
            struct.pack_into("3B", data, y * row + x * 3, b, g, r)
    offset = struct.calcsize(HEADER) + struct.calcsize(INFO)
    return struct.pack(HEADER, b"BM", offset + len(data), 0, 0, offset) + struct.pack(INFO, 40, width, height,
        1, 24, 0, len(data), 2835, 2835, 0, 0) + data
raw = bitmap(5, 3, lambda x, y: (x * 50, y * 80, 255 - x * 20))
print(len(raw), struct.calcsize(HEADER), struct.calcsize(INFO))
magic, size, _, _, offset = struct.unpack_from(HEADER, raw)
info = struct.unpack_from(INFO, raw, 14)
print(magic, size, offset, info)
width, height = info[1:3]
row = (width * 3 + 3) & ~3
for y in range(height):
    print(list(struct.iter_unpack("3B", raw[offset + y * row:offset + y * row + width * 3])))
print(sum(raw), raw[:20].hex(" "))
