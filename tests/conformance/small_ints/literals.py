# Integer literals in every base, with underscores and case variants.
print(0, 00, 0_0, 000_000)
print(0x1F, 0X1f, 0xFF_FF, 0x_dead_BEEF)
print(0o17, 0O777, 0o1_2_3)
print(0b1010, 0B11, 0b_1111_0000)
print(1_000_000, 1_2_3_4)
print(-1, --1, -+-1, ~0, ~-1, -~5)
print(1 .real, 5 .imag, (7).numerator, (7).denominator)
print(0xFFFFFFFF, 0x7FFFFFFF, -0x80000000)
for source in ("1__0", "_1x", "0x", "0b2", "0o8", "012", "1_", "0_x1", "0xg", "12abc"):
    try:
        value = eval(source, {})
        print(source, "->", value)
    except SyntaxError as e:
        print(source, "SyntaxError", e.msg)
    except NameError as e:
        print(source, "NameError", e)
