print(repr("a"), repr(1.0), repr(None), repr([1, "b"]), repr(b"x"), str(b"x"), str("a"), str(), str(5), str([1, "b"]), str(None), repr(repr("a")), str(1e100), repr(0.1))
print(str(b"abc", "ascii"), str(b"\xc3\xa9", "utf-8"), str(bytearray(b"x"), encoding="ascii"), str(b"\xff", "ascii", "replace"), str(object=7), str(b"a\xff", errors="ignore"))
print(format(5), format(5, "03d"), format(3.14159, ".2f"), format("x", ">3"), format(1000, ","), format(255, "#x"), format(True), format(True, "d"), format([1]), format(0.5, "%"), format(12, "b"), format("abc", ".2"), format(None), format(1e10, "g"), format(-5, "+d"), format(5, "=+5d"), format("s", "^5"), format("s", "*^5"))
for text in ("format(5, 's')", "format('a', 'd')", "format([1], 'x')", "format(None, '5')", "format(5, 5)", "format(1.5, 'd')", "format('a', '=5')", "format(5, '.2')", "format()", "format(5, 'z')", "str(5, 'ascii')", "str('a', 'ascii')", "str(b'\\xff', 'utf-8')", "str(b'a', 'no-such-codec')", "str(1, 2, 3, 4)", "repr()", "str(x=1)", "format(object(), 'x')", "format(5, '1' * 30)"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)


class C:
    def __repr__(self):
        return "C!"

    def __format__(self, spec):
        return f"fmt({spec!r})"


c = C()
print(str(c), format(c), format(c, "q"), f"{c}", f"{c!r:>4}", f"{c:x}", [c], "%s %r" % (c, c))
