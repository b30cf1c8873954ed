# Ill-formed UTF-8 names the place, the byte and the reason.
cases = [b"\x80", b"a\xffb", b"\xc3", b"\xc3(", b"\xe2\x98", b"\xe2\x28\xa1", b"\xf0\x9f\x98",
    b"\xf0\x9f\x98x", b"\xc0\x80", b"\xe0\x80\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80",
         b"ok\xe2", b"\xf0\x80\x80\x80", b"\xfe", b"abc\xc3\xa9\xc3", b"\xc1\xbf", b"\xf8\x88\x80\x80\x80",
         b"\xe2\x98\x83\x98"]
for raw in cases:
    try:
        print(raw.decode())
    except UnicodeDecodeError as e:
        print(e, "|", e.encoding, e.object, e.start, e.end, e.reason)
try:
    str(bytearray(b"\xff"), "utf-8")
except UnicodeError as e:
    print(type(e).__name__, isinstance(e, ValueError), len(e.args))
