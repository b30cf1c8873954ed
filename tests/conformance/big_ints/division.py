# Floor division and modulo with every sign, and hard quotient digits.
a = 10**40 + 12345
b = 10**18 + 3
for x in (a, -a):
    for y in (b, -b, 7, -7):
        q, r = divmod(x, y)
        print(q, r, q * y + r == x, x // y == q, x % y == r)
print(5 // 10**30, -5 // 10**30, 5 % 10**30, -5 % 10**30, 5 % -10**30)
# Quotient estimates that are one or two too large at first.
for base in (32, 30, 15, 16, 64):
    B = 1 << base
    for x, y in [((B - 1) * B * B + B - 1, (B - 1) * B + B - 1), (B**3 - 1, B**2 - 1),
            (B**4 // 2, B**2 // 2 + 1), (B**3, B**2 - B)]:
        q, r = divmod(x, y)
        assert q * y + r == x and 0 <= r < y, (x, y)
print("identities hold")
print(10**50 / 10**48, 10**400 // 10**399, (10**400 + 1) / 10**398)
for f in (lambda: a // 0, lambda: a % 0, lambda: divmod(a, 0), lambda: a / 0, lambda: 10**400 / 3,
        lambda: a // 0.0):
    try:
        print(f())
    except ArithmeticError as e:
        print(type(e).__name__, e)
