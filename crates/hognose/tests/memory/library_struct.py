import struct
b = struct.pack('<IhBd4s', 1, -2, 3, 4.5, b'ab')
print(b, struct.unpack('<IhBd4s', b), struct.calcsize('>qH'))
