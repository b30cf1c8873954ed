# & | ^ ~ with big and small operands of both signs follow two's complement.
a = (1 << 100) - 1
b = 0xAAAAAAAAAAAAAAAAAAAAAAAAAAAA
for x in (a, -a, b, -b, 3, -3):
    for y in (b, -b, -1):
        print(hex(x & y), hex(x | y), hex(x ^ y))
print(~a, ~-a, ~(2**64), ~-(2**64))
for x in (a, b, -a, -b, 2**63, -(2**63), 2**64, -(2**64), 5, -5, 0):
    for y in (a, b, -a, -b, 2**63, -(2**63), 1, -1):
        assert x & y == ~(~x | ~y)
        assert x ^ y == (x | y) - (x & y)
        assert x + y == (x ^ y) + 2 * (x & y)
print("laws hold")
print((a & 0xFF), type(a & 0xFF).__name__, a & ~a, -a & a, (1 << 80 | 1) ^ (1 << 80))
print(a.bit_length(), (-a).bit_length(), a.bit_count(), (1 << 500).bit_length(), (b * b).bit_count())
try:
    a & 1.0
except TypeError as e:
    print(e)
