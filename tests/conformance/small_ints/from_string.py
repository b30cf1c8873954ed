# int(text, base): white space, signs, prefixes, underscores.
for text, base in [("42", 10), ("  42\n", 10), ("-42", 10), ("+42", 10), ("ff", 16), ("0xFF", 16),
        ("0XfF", 0), ("0b101", 0),
                   ("0o17", 0), ("101", 2), ("-0b11", 2), ("z", 36), ("Zz", 36), ("1_000", 10), ("0x_ff", 16),
                   ("0", 0), ("00", 0),
                   ("777", 8), ("12", 3), ("-0", 10)]:
    print(repr(text), base, int(text, base))
print(int(b"123"), int(bytearray(b" 77 ")), int(b"ff", 16), int("\u0661\u0662\u0663"), int(" \t\n5\r\x0b"))
for text, base in [("", 10), (" ", 10), ("1 2", 10), ("1__0", 10), ("_1", 10), ("1_", 10), ("0x10", 10),
        ("12", 2), ("g", 16),
                   ("010", 0), ("+-1", 10), ("1.0", 10), ("9", 8), ("0b", 2), ("- 1", 10)]:
    try:
        print(int(text, base))
    except ValueError as e:
        print("ValueError", e)
for args in [("1", 1), ("1", 37), ("1", -2), (1, 10), (b"12x",), (None,), ([],), ("5", "a")]:
    try:
        print(int(*args))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
