# Shifts by many bits and shifts of negative big numbers (floor).
n = 0x123456789ABCDEF0123456789ABCDEF
for s in (0, 1, 7, 15, 16, 30, 31, 32, 33, 63, 64, 65, 100, 125, 200):
    print(s, hex(n << s), hex(n >> s), hex(-n >> s))
    assert (n << s) >> s == n and -n >> s == -n // 2**s and -n << s == -n * 2**s
print(-1 >> 1000, -(1 << 100) >> 100, -(1 << 100) - 1 >> 100, (1 << 100) >> 101)
print(5 >> 10**30, -5 >> 10**30, 0 << 10**30, (1 << 70) >> 10**20)
m = 1
m <<= 200
m >>= 199
print(m)
for f in (lambda: n << -1, lambda: n >> -(10**30), lambda: n << 1.0, lambda: 1 << -(10**30)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
