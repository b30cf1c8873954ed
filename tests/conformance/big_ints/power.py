# Powers and three-argument pow.
print(3**100, (-3)**99, (-3)**100)
print(2**521 - 1)
print(7**77 % 10**20, pow(7, 77, 10**20), pow(7, 10**50, 10**9 + 7))
p = 2**127 - 1
print(pow(3, p - 1, p), pow(2, 127, p), pow(-2, 127, p), pow(5, p - 2, p) * 5 % p)
print(pow(12345678901234567890, -1, p) * 12345678901234567890 % p)
print(pow(10**40, 3, -(10**30 + 57)), pow(2, 200, 1), pow(2, 200, -1))
print((10**20) ** 0, 0 ** (10**20), 1 ** (10**20), (-1) ** (10**20), (-1) ** (10**20 + 1))
print((2**64) ** -1, (10**20) ** 0.5)
for f in (lambda: pow(2**70, -1, 2**71), lambda: pow(2, 10**20, 0), lambda: (2**70) ** "a",
        lambda: pow(2**70, 2, 1.5),
          lambda: (10**200) ** -2.5 > 0, lambda: float(10**200) ** 2):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
