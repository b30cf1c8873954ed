# strip family, replace, removeprefix, translate.
print(b"  a b\t\n".strip(), b"xxaxx".strip(b"x"), b"xyaxy".lstrip(b"yx"), b"xyaxy".rstrip(b"yx"),
    b"\x0b\x0c\r a".lstrip(), b"\x00a\x00".strip(), b"\x00a\x00".strip(b"\x00"), b"".strip(),
    b"abc".strip(bytearray(b"ac")), b"\x85\xa0a".strip())
print(b"one two one".replace(b"one", b"1"), b"aaa".replace(b"a", b"b", 2), b"abc".replace(b"", b"-"),
    b"aaa".replace(b"aa", b""), b"abc".replace(b"x", b"y"), b"a".replace(b"a", bytearray(b"xyz")),
    b"aXbX".replace(b"X", b""), b"".replace(b"", b"q"))
print(b"prefix-x".removeprefix(b"prefix-"), b"x.py".removesuffix(b".py"), b"abc".removeprefix(b"b"),
    b"abc".removesuffix(b""))
table = bytes.maketrans(b"abc", b"xyz")
print(len(table), b"aabbcd".translate(table), b"hello".translate(None, b"l"),
    b"abcabc".translate(table, b"a"), b"abc".translate(None, delete=b"bc"),
    b"abc".translate(bytes(reversed(range(256)))))
for f in (lambda: b"a".strip("a"), lambda: b"a".strip(97), lambda: b"a".replace("a", b"b"),
        lambda: b"a".replace(b"a"), lambda: b"a".replace(97, 98), lambda: b"a".translate(b"short"),
        lambda: bytes.maketrans(b"ab", b"c"), lambda: b"a".removeprefix("a"),
        lambda: bytes.maketrans("a", "b"), lambda: b"a".translate(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
