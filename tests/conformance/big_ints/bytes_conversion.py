# to_bytes and from_bytes beyond 64 bits.
n = 0x0123456789ABCDEFFEDCBA98765432100F
print(n.to_bytes(17, "big").hex(), n.to_bytes(20, "little").hex())
print((-n).to_bytes(18, "big", signed=True).hex(), (-n).to_bytes(18, "little", signed=True).hex())
print(int.from_bytes(n.to_bytes(40, "big"), "big") == n)
raw = bytes(range(1, 33))
print(int.from_bytes(raw, "big"), int.from_bytes(raw, "little"))
print(int.from_bytes(b"\xff" * 32, "big", signed=True), int.from_bytes(b"\x80" + bytes(20), "big",
    signed=True) == -(2**167))
for bits in (64, 72, 127, 128, 256):
    length = bits // 8 + 1
    for n in (2**bits - 1, 2**bits, -(2**bits), -(2**bits) + 1):
        raw = n.to_bytes(length + 1, "little", signed=True)
        assert int.from_bytes(raw, "little", signed=True) == n
for n, length, signed in ((2**64, 8, False), (-(2**64), 9, False), (2**71, 9, True), (-(2**71) - 1, 9, True),
    (2**100, 3, False)):
    try:
        n.to_bytes(length, "big", signed=signed)
        print("fits")
    except OverflowError as e:
        print(n, length, e)
print((-(2**71)).to_bytes(9, "big", signed=True).hex())
