# int.from_bytes reads any buffer or iterable of ints.
data = bytes([1, 2, 3, 0xFF])
print(int.from_bytes(data, "big"), int.from_bytes(data, "little"))
print(int.from_bytes(data, "little", signed=True), int.from_bytes(data[::-1], "big", signed=True))
print(int.from_bytes(b"", "big"), int.from_bytes(b"\x80", signed=True), int.from_bytes(b"\x01\x00"))
print(int.from_bytes(bytearray(data)), int.from_bytes(memoryview(data)[1:], "big"),
    int.from_bytes([1, 0], "big"), int.from_bytes((255,) * 3))
for length in range(1, 21):
    n = (1 << (8 * length - 1)) - length
    for order in ("big", "little"):
        raw = n.to_bytes(length, order)
        assert int.from_bytes(raw, order) == n
        minus = (-n).to_bytes(length, order, signed=True)
        assert int.from_bytes(minus, order, signed=True) == -n
        assert int.from_bytes(minus, order) == (1 << 8 * length) - n
print("round trips hold")
for f in (lambda: int.from_bytes("ab", "big"), lambda: int.from_bytes([256], "big"),
        lambda: int.from_bytes(5, "big"),
          lambda: int.from_bytes(b"a", "up"), lambda: int.from_bytes([-1]), lambda: int.from_bytes(["a"])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
