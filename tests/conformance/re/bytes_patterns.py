# Patterns and subjects of bytes.
import re
print(re.match(b"a+", b"aab").group(), re.findall(rb"\d+", b"1 22 x"), re.sub(b"a", b"b", b"banana"),
    re.split(b",", b"a,b"), re.search(rb"[\x80-\xff]+", b"ab\xc3\xa9c").span(),
    re.sub(rb"(\w)(\d)", rb"\2\1", b"a1b2"), re.sub(rb"\w", lambda m: m.group().upper(), b"ab"),
    re.match(rb"(?P<k>\w+)", b"key")["k"])
print(re.match(b"a", bytearray(b"ab")), re.match(b"a", bytearray(b"ab")).group(),
    re.findall(b"a", memoryview(b"aba")), re.findall(rb"\w+", b"a\xe9b"), re.findall(b".", b"\x00\n\xff"),
    re.compile(b"x").pattern, re.match(b"A", b"a", re.I).group(), re.fullmatch(rb"\x00+", b"\x00\x00").span(),
    re.escape(b"\x00.a"))
for f in (lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.sub(b"a", "b", b"a"),
        lambda: re.sub("a", b"b", "a"), lambda: re.compile("(?u)a") and re.compile(b"(?u)a"),
        lambda: re.compile(b"(?L)a").flags & re.L != 0, lambda: re.split(b",", "a"),
        lambda: re.match(b"\\u0041", b"A")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
record = b"\x01\x05hello\x02\x03abc"
print([(m[1], m[2]) for m in re.finditer(rb"(?s)([\x01\x02])(?:\x05(?P<a>.{5})|\x03.{3})", record)],
    [m.group() for m in re.finditer(rb"[a-z]+", record)])
