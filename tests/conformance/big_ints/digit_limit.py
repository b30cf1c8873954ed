# Conversions between text and very long decimal ints are refused; powers of two bases are not limited.
def attempt(label, f):
    try:
        print(label, f())
    except ValueError as e:
        print(label, "ValueError", e)

attempt("parse 4300", lambda: int("7" * 4300) % 1000)
attempt("parse 4301", lambda: int("7" * 4301))
attempt("print 4300", lambda: len(str(10**4300 - 1)))
attempt("print 4301", lambda: len(str(10**4300)))
attempt("underscores do not count", lambda: int("_".join("1" * 4300)) % 10)
attempt("format", lambda: len(f"{10**4400}"))
attempt("percent", lambda: len("%d" % 10**4400))
attempt("hex", lambda: len(hex(16**5000)))
attempt("parse hex", lambda: int("f" * 6000, 16).bit_length())
attempt("base 3", lambda: int("2" * 9000, 3))
