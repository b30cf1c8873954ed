# + with any buffer, *, comparison, in, and what str may not do.
print(b"ab" + b"cd", b"a" + bytearray(b"b"), bytearray(b"a") + b"b", b"a" + memoryview(b"b"), b"ab" * 3,
    2 * b"x", b"a" * 0, b"a" * -1, type(b"a" + bytearray(b"b")).__name__,
    type(bytearray(b"a") + b"b").__name__)
print(b"a" < b"b", b"a" < b"ab", b"" < b"\0", b"\xff" > b"\x00", b"a" == bytearray(b"a"),
    bytearray(b"a") == b"a", b"a" == memoryview(b"a"), b"a" == "a", b"a" != "a", b"a" == 97, b"b" >= b"b",
    b"a" < bytearray(b"b"))
print(b"el" in b"hello", 101 in b"hello", b"" in b"", b"x" in b"hello", bytearray(b"lo") in b"hello",
    0 in b"\0", b"lle" not in b"hello")
s = b"x"
t = s
s += b"y"
s *= 2
print(s, t)
for f in (lambda: b"a" + "b", lambda: "a" + b"b", lambda: b"a" + 1, lambda: b"a" + [1], lambda: b"a" * b"b",
        lambda: b"a" * 1.5, lambda: b"a" < "a", lambda: "a" in b"abc", lambda: 256 in b"a",
        lambda: -1 in b"a", lambda: 1.5 in b"a", lambda: None in b"a", lambda: b"a" in "abc",
        lambda: b"a" < 5, lambda: -b"a", lambda: b"a" - b"a"):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(hash(b"abc") == hash(b"ab" + b"c"), {b"k": 1}[bytes([107])], {b"a", b"a", "a"} == {"a", b"a"})
