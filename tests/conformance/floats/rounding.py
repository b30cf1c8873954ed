# round(x) gives an int, half to even; round(x, n) a float, correctly rounded.
for x in (0.5, 1.5, 2.5, -0.5, -1.5, 0.49999999999999994, 2.4999, 1e15 + 0.5, 4503599627370497.5, 1e22, -0.2):
    print(x, round(x), round(x, 0), round(x, None))
for x, n in [(2.675, 2), (1.005, 2), (2.665, 2), (0.125, 2), (0.375, 2), (1234.5678, -2), (1250.0, -2),
    (1350.0, -2), (-1250.0, -2), (5.015, 2),
             (1e300, 2), (1.5, 400), (1.5, -400), (-1.5, -5), (0.1, 20), (12345.6789, 3), (1e16, -16),
             (5e15, -16), (9.995, 2), (float("inf"), 2), (1.7e308, -308)]:
    try:
        print(x, n, round(x, n))
    except OverflowError as e:
        print(x, n, e)
print(type(round(1.5)).__name__, type(round(1.5, 0)).__name__, round(True), round(1.5, True))
for f in (lambda: round(1.5, 1.0), lambda: round("a"), lambda: round(1.5, "a"), lambda: round()):
    try:
        f()
    except TypeError as e:
        print(e)
