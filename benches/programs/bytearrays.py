# Bytearrays: item reads and writes, a checksum, slices and searches.
def main():
    n = 1500000
    buf = bytearray(n)
    for i in range(n):
        buf[i] = (i * 31 + (i >> 8)) & 255
    crc = 0xFFFF
    for byte in buf[:600000]:
        crc ^= byte
        for _ in range(8):
            if crc & 1:
                crc = (crc >> 1) ^ 0xA001
            else:
                crc >>= 1
    a = 1
    b = 0
    for byte in buf:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    table = bytearray(256)
    for i in range(n):
        table[buf[i]] ^= buf[n - 1 - i]
    moved = bytearray()
    for i in range(0, n - 64, 64):
        moved.extend(buf[i + 32:i + 64])
    moved = bytes(moved)
    count = 0
    at = moved.find(b"\x07")
    while at >= 0:
        count += 1
        at = moved.find(b"\x07", at + 1)
    print(crc, a, b, sum(table), len(moved), count)


main()
