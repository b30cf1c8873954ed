# ASCII-only case conversion and character tests.
b = b"Hello World 123 \xe9\xc9"
print(b.lower(), b.upper(), b.swapcase(), b.title(), b"hELLO wORLD".capitalize(), b"a1b they're".title())
names = ["isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "istitle", "isascii"]
for t in (b"", b"abc", b"ABC", b"aB1", b"12", b" \t\n\r\x0b\x0c", b"a b", b"\xe9", b"A\xe9", b"Ab Cd",
        b"\x1c", b"_"):
    print(t, [n for n in names if getattr(t, n)()])
print(b"ab".center(6), b"ab".center(7, b"*"), b"ab".ljust(4, b"."), b"ab".rjust(4), b"-5".zfill(4),
    b"+5".zfill(5), b"a\tb".expandtabs(4), b"5".zfill(3), bytearray(b"x").center(3), b"abc".ljust(2))
for f in (lambda: b"a".center(5, "x"), lambda: b"a".center(5, b"xy"), lambda: b"a".ljust(5, 32),
        lambda: b"a".zfill("5"), lambda: b"a".rjust(5, b"")):
    try:
        print(f())
    except TypeError as e:
        print(e)
print([m for m in ("isdecimal", "isnumeric", "casefold", "encode", "format", "isidentifier",
    "isprintable") if hasattr(b, m)])
