# A bytearray as a table of flags.
N = 2000
flags = bytearray(b"\x01") * (N + 1)
flags[0:2] = b"\x00\x00"
for i in range(2, int(N ** 0.5) + 1):
    if flags[i]:
        flags[i * i::i] = bytes(len(range(i * i, N + 1, i)))
primes = [i for i, f in enumerate(flags) if f]
print(len(primes), primes[:10], primes[-5:], sum(primes), flags.count(1), flags.count(b"\x00"), flags.find(1),
    flags.rfind(1))
bits = bytearray(8)
def set_bit(n):
    bits[n >> 3] |= 1 << (n & 7)
def get_bit(n):
    return bits[n >> 3] >> (n & 7) & 1
for n in (0, 7, 8, 33, 63):
    set_bit(n)
print(bits.hex(), [n for n in range(64) if get_bit(n)])
bits[4] ^= 0xFF
bits[0] &= 0x7F
bits[1] <<= 3
print(bits.hex(" "))
try:
    bits[0] -= 2
except ValueError as e:
    print(e)
print(bits[0])
ring = bytearray(4)
for i, c in enumerate(b"wrap around"):
    ring[i % 4] = c
print(ring)
