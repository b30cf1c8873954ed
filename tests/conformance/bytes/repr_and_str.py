# repr of bytes and bytearray: quotes, escapes; str(bytes) is the repr.
for b in (b"", b"a'b", b'a"b', b"a'\"b", b"\\", b"\n\r\t\x00\x1f\x7f\x80\xff", b" ~", b"\a\b", b"'", b'"'):
    print(repr(b), str(b), b, bytearray(b), [b], len(repr(b)), f"{b}", "%s %r" % (b, b))
    assert eval(repr(b)) == b and eval(repr(bytearray(b))) == b
class Sub(bytes):
    pass
print(Sub(b"x"), [Sub(b"y")], str(Sub(b"z")))
print(ascii(b"\xe9"), format(b"x"), repr(bytearray()), str(bytearray(b"it's")), bytes(range(128)))
