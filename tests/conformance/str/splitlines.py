# Every line boundary, with and without keeping it.
for text in ("", "\n", "a", "a\n", "a\nb", "a\r\nb\rc\n\nd", "a\n\r\nb", "\n\n",
        "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i", "a\x1fb", "one\r"):
    print(text.splitlines(), text.splitlines(True))
print("a\nb\n".splitlines(keepends=True), "a\nb".splitlines(keepends=False), "a\nb".splitlines(0),
    "x\ny".splitlines(1))
text = "first\nsecond\r\nthird"
print("".join(text.splitlines(True)) == text, len(text.splitlines()), text.split("\n"))
for f in (lambda: "a".splitlines(1, 2), lambda: "a".splitlines(x=1), lambda: "a".splitlines("yes")):
    try:
        print(f())
    except TypeError as e:
        print(e)
