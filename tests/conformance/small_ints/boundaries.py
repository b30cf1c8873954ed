# Values around 2^30, 2^31, 2^46, 2^47, 2^48, 2^62, 2^63, 2^64: no visible seam.
for bits in (30, 31, 32, 46, 47, 48, 52, 53, 62, 63, 64):
    top = 1 << bits
    print(bits, top - 1, top, top + 1, -top - 1, -top, -top + 1)
    assert top - 1 < top < top + 1 and -top - 1 < -top < -top + 1
    assert (top - 1) + 1 == top and top - (top - 1) == 1 and -top + top == 0
    assert (top - 1) * 2 + 1 == 2 * top - 1 and -(-top) == top and abs(-top) == top
    assert top * top == 1 << (2 * bits) and (top * top) // top == top
    assert (top - 1) ^ top == 2 * top - 1 and ~(top - 1) == -top
    assert hash(top - 1) == hash(float(top - 1)) or bits > 53
    assert int(str(top - 1)) == top - 1 and int(str(-top)) == -top
    assert type(top) is int and type(-top - 1) is int
    assert {top: 1}[1 << bits] == 1 and [top - 1].index(top - 1) == 0
x = 2**47 - 3
for _ in range(6):
    print(x, x // -3, x % -3, -x)
    x += 1
print(-(2**47) - 1 + 1, (-(2**47)) // -1, (-(2**63)) // -1, -(2**63) % -1)
