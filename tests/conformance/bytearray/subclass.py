# A class derived from bytearray with its own attributes and overridden methods.
class Buffer(bytearray):
    def __init__(self, data=b"", name="buf"):
        super().__init__(data)
        self.name = name
    def write(self, data):
        self += data
        return len(data)
    def __getitem__(self, i):
        if isinstance(i, str):
            return (self.name, i)
        return super().__getitem__(i)
    def append(self, item):
        super().append(item & 0xFF)
b = Buffer(b"ab", "mine")
print(b.write(b"cd"), b, b.name, b[0], b["x"], b[1:3], type(b[1:3]).__name__, len(b),
    isinstance(b, bytearray))
b.append(0x141)
print(b, b == b"abcdA", bytes(b), b + b"!", type(b + b"!").__name__, b.upper(), type(b.upper()).__name__,
    repr(b), str(b))
b[0:2] = b"Z"
b *= 2
print(b, type(b).__name__, b.name, b.__dict__)
print(Buffer(), Buffer(b"x").name, bytearray(Buffer(b"copy")), int.from_bytes(Buffer(b"\x01\x00"), "big"),
    Buffer(b"k") in [b"k"])
