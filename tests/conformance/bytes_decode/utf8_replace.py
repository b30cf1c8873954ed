# One replacement character for each maximal ill-formed part, as CPython does.
cases = [b"\x80", b"\x80\x80", b"a\xffb", b"\xc3", b"\xc3(", b"\xe2\x98", b"\xe2\x98x", b"\xe2\x28\xa1",
    b"\xf0\x9f\x98", b"\xf0\x9fx", b"\xf0\x9f\x98\xe2\x98\x83", b"\xc0\x80", b"\xe0\x80\x80", b"\xe0\xa0",
    b"\xed\xa0\x80",
         b"\xed\x9f", b"\xf4\x90\x80\x80", b"\xf4\x8f\xbf", b"\xf5\x80\x80\x80", b"\xff\xfe\xfd",
         b"\xf0\x80\x80\x80", b"x\xe2y\xe2\x98z", b"\xc3\xa9\xc3\xc3\xa9"]
for raw in cases:
    replaced = raw.decode("utf-8", "replace")
    print(raw, ascii(replaced), replaced.count("\ufffd"), ascii(raw.decode("utf-8", "ignore")),
        ascii(raw.decode("utf-8", "backslashreplace")), ascii(raw.decode("utf-8", "surrogateescape")))
print(b"\xed\xa0\x80".decode("utf-8", "surrogatepass") == "\ud800", b"\xff".decode("utf-8",
    "surrogateescape").encode("utf-8", "surrogateescape"))
