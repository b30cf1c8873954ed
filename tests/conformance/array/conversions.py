# tobytes, frombytes, tolist, fromlist, byteswap, buffer use.
from array import array
import sys
a = array("H", [1, 256, 0xABCD])
little = sys.byteorder == "little"
print(a.tolist(), a.tobytes() == (b"\x01\x00\x00\x01\xcd\xab" if little else b"\x00\x01\x01\x00\xab\xcd"),
    bytes(a) == a.tobytes(), len(a.tobytes()))
a.byteswap()
print(a, array("B", [1, 2]).tobytes(), bytes(array("b", [-1, 5])), bytearray(array("B", b"xy")))
b = array("H")
b.frombytes(a.tobytes())
b.frombytes(bytearray(4))
print(b, b == a, b[:3] == a)
b.fromlist([7, 8])
print(b, b.tolist(), list(map(hex, b)), sum(b), max(b), sorted(b), tuple(b)[:2], [*reversed(b)][:2])
q = array("i", [1, 2, 3])
x, *y = q
print(x, y, dict(enumerate(q)), set(q) == {1, 2, 3}, int.from_bytes(array("B", [1, 2]), "big"),
    b"".join([array("B", b"q"), b"r"]))
for f in (lambda: b.frombytes(b"abc"), lambda: b.frombytes("ab"), lambda: b.fromlist((1, 2)),
        lambda: b.fromlist([1, 70000]), lambda: b.fromlist(["x"]), lambda: b.frombytes(5),
        lambda: array("u", "ab").tounicode(), lambda: b.tounicode()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(b)
