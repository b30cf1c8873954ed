# int to float rounds half to even; float to int is exact; overflow is an error.
for n in (2**53, 2**53 + 1, 2**53 + 2, 2**53 + 3, 2**54 + 2, 2**54 + 6, 2**63 - 1, 2**63, 2**64 - 1024,
        2**64 - 1025, 10**22, 10**23, 10**30):
    print(n, float(n), int(float(n)), float(-n))
print(int(1e23), int(1.7976931348623157e308) == (2**53 - 1) << 971, int(-1e100))
print(float(2**1023), float((2**53 - 1) << 971))
print(10**300 + 0.5, 10**20 * 0.5, 10**18 / 7, -(10**30) / 3, 3 / 10**30, 10**310 / 10**305)
print((2**1000 + 1) / (2**999), (10**500) / (10**500 - 1), 1 / 10**320, 1 / 10**330)
for f in (lambda: float(2**1024), lambda: 1.0 + 10**400, lambda: 10**400 * 1.0, lambda: 10**400 / 2,
        lambda: float(-(2**1024)),
          lambda: float((2**54 - 1) << 970), lambda: int(float("inf")), lambda: int(float("nan")),
          lambda: int(float("-inf"))):
    try:
        print(f())
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
