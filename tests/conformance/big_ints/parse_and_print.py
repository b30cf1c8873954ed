# Text to int and back, with hundreds of digits, in several bases.
digits = "".join(str(i) for i in range(1, 150))
n = int(digits)
print(n)
print(len(str(n)), str(n) == digits, str(-n) == "-" + digits)
print(int("-" + digits) == -n, int("_".join(digits)) == n, int("  " + digits + "\n") == n,
    int("000" + digits) == n)
for base, text in ((2, bin(n)), (8, oct(n)), (16, hex(n))):
    print(base, len(text), text[:20], int(text, base) == n, int(text, 0) == n, int(text[2:], base) == n)
print(hex(-n)[:30], int(hex(-n), 16) == -n)
print(int("z" * 60, 36), int("zz" * 30, 36) == 36**60 - 1, int("2" * 100, 3) == 3**100 - 1)
for k in (17, 18, 19, 20, 27, 36, 37, 100):
    assert str(10**k) == "1" + "0" * k and str(10**k - 1) == "9" * k and int("9" * k) == 10**k - 1
print(10**36, 10**36 - 1, 10**18 * 5)
for bad in (digits + "x", digits + ".0", digits + "__1", "0x" + digits):
    try:
        int(bad)
    except ValueError as e:
        print(str(e)[:60], len(str(e)))
