# Classes derived from bytes: own attributes, inherited methods and buffer use.
class Packet(bytes):
    def __new__(cls, *parts):
        self = super().__new__(cls, b"".join(parts))
        self.parts = len(parts)
        return self
    def checksum(self):
        return sum(self) & 0xFF
    def __repr__(self):
        return f"Packet({len(self)})"
p = Packet(b"ab", b"\x01\x02")
print(p, bytes(p), p.parts, p.checksum(), p == b"ab\x01\x02", p[0], p[1:], type(p[1:]).__name__,
    type(p + b"x").__name__, isinstance(p, bytes), len(p), p.hex())
print(b"x" + p, bytearray(p), memoryview(p)[2], p in {b"ab\x01\x02"}, hash(p) == hash(bytes(p)),
    b"-".join([p, p]), p.upper(), int.from_bytes(p, "big"), {p: 1}[b"ab\x01\x02"])
class WithBytes(bytes):
    def __bytes__(self):
        return b"converted"
print(bytes(WithBytes(b"raw")), WithBytes(b"raw"), WithBytes(b"raw") == b"raw")
class Wrong:
    def __bytes__(self):
        return "text"
try:
    bytes(Wrong())
except TypeError as e:
    print(e)
