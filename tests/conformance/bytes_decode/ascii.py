# ASCII decoding with every error handler.
print(b"hello\x7f".decode("ascii"), b"".decode("ascii") == "", str(b"x", "ascii"))
for raw in (b"a\x80b", b"\xc3\xa9", b"\xff"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
        try:
            print(raw, errors, ascii(raw.decode("ascii", errors)))
        except UnicodeDecodeError as e:
            print(raw, errors, e)
for args in [("nope",), ("ascii", "nope"), (1,), ("ascii", 2), ("utf-8", "strict", 1), (None,)]:
    try:
        print(args, b"\xff".decode(*args))
    except Exception as e:
        print(args, type(e).__name__, e)
print(b"abc".decode("ascii", "nope"))
