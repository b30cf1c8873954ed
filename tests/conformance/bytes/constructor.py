# bytes() from nothing, counts, iterables, buffers and text.
class Buf:
    def __bytes__(self):
        return b"custom"
class Index:
    def __index__(self):
        return 3
print(bytes(), bytes(3), bytes(0), bytes([1, 2, 255]), bytes((65, 66)), bytes(range(5)), bytes(b"copy"),
    bytes(bytearray(b"ba")), bytes(memoryview(b"mv")), bytes({7}), bytes(c for c in b"gen"),
    bytes(map(ord, "map")))
print(bytes("é☃", "utf-8"), bytes("é", "latin-1"), bytes("é☃", "ascii", "replace"),
    bytes("x", encoding="ascii"), bytes(source=b"kw"), bytes(Buf()), bytes(Index()), bytes([Index(), True]))
b = b"same"
print(bytes(b) == b, type(bytes(bytearray(1))).__name__)
for f in (lambda: bytes("abc"), lambda: bytes(-1), lambda: bytes([256]), lambda: bytes([-1]),
        lambda: bytes(1.5), lambda: bytes(["a"]), lambda: bytes([1.0]), lambda: bytes(None),
        lambda: bytes(5, "utf-8"), lambda: bytes(b"a", "utf-8"), lambda: bytes("é", "ascii"),
          lambda: bytes("a", 5), lambda: bytes(object()), lambda: bytes(1, 2, 3, 4), lambda: bytes([None]),
          lambda: bytes([2**70]), lambda: bytes("a", "nope"), lambda: bytes(encoding="utf-8"),
          lambda: bytes([[1]])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
