# split with and without separator, maxsplit, white space rules.
for text in ("a b c", "  a  b c  ", "", "   ", "a\tb\nc\r\nd\x0be\x0cf\x1cg\x85h\xa0i\u2003j"):
    print(text.split(), text.split(None, 1), text.split(" "), text.split(maxsplit=0), text.split(None, -1))
for text, sep in [("a,b,c", ","), (",a,,b,", ","), ("", ","), (",", ","), ("abc", ","), ("a--b--c", "--"),
    ("a---b", "--"), ("aXbXc", "X"), ("☃a☃b", "☃")]:
    print(text.split(sep), text.split(sep, 1), text.split(sep, maxsplit=2), text.split(sep, 0),
        text.rsplit(sep, 1))
print("a b c".rsplit(None, 1), "  a b  c ".rsplit(None, 1), "a,b,c".rsplit(","), "a b c".rsplit(maxsplit=1),
    "  x ".rsplit(), "x  ".split(None, 0), "  x".rsplit(None, 0))
print("1 2 3".split(sep=" "), "1 2 3".split(sep=None, maxsplit=1), [int(x) for x in "3 1 2".split()])
for f in (lambda: "a".split(""), lambda: "a".split(1), lambda: "a".rsplit(""), lambda: "a".split(b"a"),
        lambda: "a".split(" ", "x"), lambda: "a".split(" ", 1.0), lambda: "a".split(" ", 1, 2),
        lambda: "a".split(foo=1)):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
