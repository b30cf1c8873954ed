# \N{...} in literals
print("\N{LATIN SMALL LETTER A}", "\N{EURO SIGN}", "\N{GREEK SMALL LETTER ALPHA}x", len("\N{GRINNING FACE}"))
print(f"\N{BULLET} {1}", r"\N{x}", b"\\N{x}")
for text in (r"'\N{no such name}'", r"'\N'", r"'\N{'", r"'\N{}'"):
    try:
        print(eval(text))
    except SyntaxError as e:
        print(text, e.msg)
