# // and % round toward minus infinity; divmod agrees with both.
pairs = [(7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5), (0, -5), (6, 3), (-6, 3), (6, -3), (1, 100), (-1, 100),
    (1, -100)]
for a, b in pairs:
    q, r = divmod(a, b)
    print(a, b, a // b, a % b, (q, r), q * b + r == a)

# The remainder takes the sign of the divisor.
for b in (3, -3):
    print([n % b for n in range(-6, 7)])
    print([n // b for n in range(-6, 7)])

for text in ("1 // 0", "1 % 0", "divmod(1, 0)", "1 / 0", "0 ** -1", "divmod(1, 0.0)", "1 // 0.0", "1 % 0.0",
    "1.0 / 0"):
    try:
        print(eval(text))
    except ZeroDivisionError as e:
        print(text, "->", type(e).__name__, e)

a = -17
a //= 5
print(a)
a %= 3
print(a)
