# //, % and divmod of floats: signs of results and signed zeros.
for a, b in [(7.5, 2.0), (-7.5, 2.0), (7.5, -2.0), (-7.5, -2.0), (6.0, 3.0), (-6.0, 3.0), (6.0, -3.0),
        (0.0, 3.0), (-0.0, 3.0), (0.0, -3.0),
             (1.0, 0.1), (-1.0, 0.1), (1e20, 3.0), (5, 0.3), (5.5, 2), (-1e-20, 3.0), (1e-20, -3.0),
             (2**53, 0.7)]:
    print(a, b, a // b, a % b, divmod(a, b), a / b)
x = 10.0
x //= 3
print(x)
x %= 2
print(x)
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0.0, lambda: 1.0 % 0.0, lambda: divmod(1.0, 0), lambda: 1 / -0.0,
        lambda: 0.0 ** -1, lambda: 0.0 ** -0.5, lambda: 0.0 / 0.0):
    try:
        print(f())
    except ZeroDivisionError as e:
        print(e)
