print(0, 00, 0x1F, 0XfF, 0o17, 0O7, 0b101, 0B1, 1_000_000, 0x_ff, 0b1_0, 0o1_7)
print(1., .5, 1.5, 1e3, 1E-3, 1.e2, .5e1, 1_0.0_1, 1e1_0, 0e0, 00.5, 0_0)
print(1j, 1.5j, .5J, 1e2j, 0j, 1_0j, 00j)
print(9223372036854775807, 9223372036854775808, 123456789012345678901234567890)
print(0xFFFFFFFFFFFFFFFFFFFF, -0x10, 0b11111111 - 0o377)
print(1.0.real, 1 .real, 1..imag, 0x1f.bit_length(), 5 .bit_length())
print(1 if 1 else 2, [1 for _ in"a"], 1 or(2))
for text in ("01", "1__0", "1_", "0x", "0b2", "0o8", "1e", "1_e5", "_1", "0_x1", "1.e", "1a", "0xg", "1.2.3", "0b", "1__1.0"):
    try:
        print(text, eval(text))
    except NameError as e:
        print(text, "NameError", e)
    except SyntaxError as e:
        print(text, "SyntaxError", e.msg)
