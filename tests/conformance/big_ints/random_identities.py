# A fixed pseudo random walk over sizes checks the arithmetic identities.
state = 88172645463325252

def rnd(bits):
    global state
    out = 0
    while bits > 0:
        state ^= (state << 13) & 0xFFFFFFFFFFFFFFFF
        state ^= state >> 7
        state ^= (state << 17) & 0xFFFFFFFFFFFFFFFF
        out = out << 64 | state
        bits -= 64
    return out

check = 0
for i in range(300):
    a = rnd(1 + i * 5 % 700) * (1 if i % 3 else -1)
    b = rnd(1 + i * 11 % 400) * (1 if i % 2 else -1) + 1
    q, r = divmod(a, b)
    assert q * b + r == a and (0 <= r < b or b < r <= 0), (a, b)
    assert (a + b) * (a - b) == a * a - b * b
    assert (a ^ b) ^ b == a and (a & b) + (a | b) == a + b
    assert a << 37 == a * 2**37 and a >> 41 == a // 2**41
    assert int(str(a)) == a and int(hex(b), 16) == b
    check = (check * 31 + q + r * 7 + hash(a)) % (2**89 - 1)
print(check)
