# Prefix and suffix tests with bounds and with tuples.
s = "hello world"
print(s.startswith("hello"), s.startswith("world"), s.startswith("world", 6), s.startswith("hello", 0, 4),
    s.startswith("hello", -11), s.startswith(""), s.startswith("", 11), s.startswith("", 12),
    s.startswith("", 5, 3))
print(s.endswith("world"), s.endswith("hello"), s.endswith("hello", 0, 5), s.endswith("lo", 3, 5),
    s.endswith(""), s.endswith("", 0, 0), s.endswith("d", 10), s.endswith("rld", -3), s.endswith("world", 7))
print(s.startswith(("x", "he")), s.endswith(("x", "y")), s.startswith(()), s.endswith(("ld", "x"), 0, 11),
    s.startswith(("o", "w"), 6), "".startswith(""), "".endswith(("a", "")))
print("é☃".startswith("é"), "é☃".endswith("☃"), "😀x".startswith("x", 1), s.startswith("hello world!"),
    s.startswith("l", None, None), s.startswith("h", None, 1))
for f in (lambda: s.startswith(1), lambda: s.startswith(["a"]), lambda: s.endswith((1,)),
        lambda: s.startswith(("h", 1)), lambda: s.startswith(("x", 1)), lambda: s.startswith(),
        lambda: s.endswith(b"d"), lambda: s.startswith("h", "a"), lambda: s.endswith(None)):
    try:
        print(f())
    except TypeError as e:
        print(e)
