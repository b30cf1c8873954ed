# int.to_bytes for lengths 1 to 20, both orders, signed and not.
for n in (0, 1, 255, 256, 65535, 2**31, 2**63 - 1):
    print(n, [n.to_bytes(k, "big").hex() for k in (8, 12, 20)], n.to_bytes(9, "little").hex())
for n in (-1, -128, -129, -32768, -(2**63)):
    print(n, n.to_bytes(8, "big", signed=True).hex(), n.to_bytes(10, "little", signed=True).hex())
print((5).to_bytes(), (5).to_bytes(2), (5).to_bytes(byteorder="little", length=3), True.to_bytes(2, "big"))
print((0).to_bytes(0, "big"), (127).to_bytes(1, "big", signed=True), (-128).to_bytes(1, "big", signed=True))
cases = [(256, 1, "big", False), (-1, 4, "big", False), (128, 1, "big", True), (-129, 1, "little", True),
    (1, 0, "big", False),
         (1, -1, "big", False), (1, 2, "middle", False)]
for n, length, order, signed in cases:
    try:
        print(n.to_bytes(length, order, signed=signed))
    except (OverflowError, ValueError) as e:
        print(n, length, order, signed, type(e).__name__, e)
try:
    (1).to_bytes(1.0, "big")
except TypeError as e:
    print("TypeError", e)
