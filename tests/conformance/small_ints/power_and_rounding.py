# ** of ints, pow with modulus, round with negative digits, abs.
print(2**0, 0**0, 2**10, (-2)**3, -2**2, 2**-1, (-2)**-3, 10**-2)
print(pow(2, 10), pow(3, 4, 5), pow(-3, 3, 7), pow(3, 3, -7), pow(5, 0, 1), pow(7, -1, 40), pow(3, -2, 11))
for args in [(2, 3, 0), (2, -1, 4), (2, 1.0, 3), (2, "a"), (0, -1), (2, 3, 1.5)]:
    try:
        print(args, pow(*args))
    except Exception as e:
        print(args, type(e).__name__, e)
print(pow(base=2, exp=5), pow(2, exp=5, mod=7))
print(round(5), round(15, -1), round(25, -1), round(35, -1), round(-15, -1), round(1234, -2), round(1250, -2),
    round(1350, -2), round(7, 3))
print(round(5, -1), round(6, -1), round(44, -2), round(55, -2), round(50, -2), round(150, -2))
print(abs(-5), abs(5), abs(True), +True, -True)
try:
    round(5, 1.0)
except TypeError as e:
    print(e)
