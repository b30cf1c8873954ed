# strip, lstrip, rstrip with white space and with sets of characters.
s = "  \t\n x y \r\n\x0b\x0c "
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()))
print("xxabcxx".strip("x"), "xyxabcyx".strip("xy"), "abc".strip("abc") == "", "abc".lstrip("cba") == "",
    "aabca".rstrip("a"), "aabca".lstrip("a"), "abc".strip(""), "www.example.com".strip("cmowz."))
print("\u2003\xa0 x \u3000".strip(), "☃a☃".strip("☃"), "éaé".lstrip("é"), "  a".strip(None),
    repr("\x1c\x1fa\x85".strip()), repr("\u200ba\u200b".strip()))
print("--==title==--".strip("-="), "123abc456".strip("0123456789"), "".strip(), "   ".strip() == "")
for f in (lambda: "a".strip(1), lambda: "a".strip(b"a"), lambda: "a".lstrip("a", "b"),
        lambda: "a".rstrip(["a"])):
    try:
        print(f())
    except TypeError as e:
        print(e)
print("prefix-body".removeprefix("prefix-"), "body.py".removesuffix(".py"), "abc".removeprefix("x"),
    "abc".removesuffix(""), "aaa".removeprefix("a"), "abc".removeprefix("abcd"))
try:
    "a".removeprefix(("a",))
except TypeError as e:
    print(e)
