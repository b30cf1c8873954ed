# as_integer_ratio, is_integer, hex, fromhex, conjugate, real, imag.
for x in (0.5, 0.1, -2.75, 3.0, 1e22, 5e-324, 0.0):
    print(x, x.as_integer_ratio() if x != 5e-324 else x.as_integer_ratio()[0], x.is_integer(), x.hex())
print((1.5).conjugate(), (2.5).real, (2.5).imag, (-0.0).hex(), float("inf").hex(), float("nan").hex(),
    (2.2e-310).hex())
for text in ("0x1.8p+1", "-0x1p-2", "0x.8p0", "1.8p1", "inf", "nan", "  0x1.999999999999ap-4 ", "0x1p-1074",
        "0X1P3", "10", "0x1.fffffffffffff8p0", "0x0.00000000000000000000000000000001p128"):
    print(repr(text), float.fromhex(text))
for text in ("", "0x", "0x1.8q1", "0x1p2000", "x1", "0x1p+", "1.g"):
    try:
        print(float.fromhex(text))
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print((4.0).__trunc__(), (-4.7).__floor__(), (-4.7).__ceil__(), (7.5).__int__(), (2.5).__bool__(),
    (1.5).__neg__())
