# float() of str and bytes: white space, signs, underscores, inf and nan spellings.
for text in ("1", " 1.5 ", "\t-2.5e3\n", "+.5", "5.", "1e5", "1E-5", "1_000.5", "inf", "Infinity", "-INF",
        "+infinity", "nan", "-NaN", "0", "-0", "1e400", "-1e-400",
             "00012.5", "1" * 40, "0." + "0" * 50 + "7", "1" + "0" * 330, "0.1" + "0" * 400 + "1",
             "179769313486231570" + "0" * 291, "\u0661.\u0665"):
    print(ascii(text[:24]), float(text))
print(float(b"2.5"), float(bytearray(b" 1e3 ")), float(), float(True), float(10**15), float(2.5))
for text in ("", " ", "1 2", "1_", "_1", "1__0", "e5", ".", "1e", "0x10", "infinit", "nan1", "1,5", "--1",
        "1.5.2", b"x", b"1 2"):
    try:
        print(float(text))
    except ValueError as e:
        print("ValueError", e)
for bad in (None, [], 1j, object):
    try:
        float(bad)
    except TypeError as e:
        print("TypeError", e)
