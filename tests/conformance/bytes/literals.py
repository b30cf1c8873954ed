# Bytes literals with every escape, raw forms and implicit concatenation.
print(b"abc", b'it\'s', b"\x00\xff\n\r\t\\", b"\101\0\377", b"\a\b\f\v", br"\x41\n", Rb"\q", rB'\"', b"""a
b""", b"a" b'b' rb"\c", b"\
joined")
print(b"'", b'"', b"'\"", b"\u0041\N{x}", len(b"\u0041"), b"\8"[0], repr(b"\x7f\x80~ "), b"%s{}" , b"" == b'')
print(len(b"\x41\102\n"), list(b"a\x00\xff"), b"\1\12\123\1234")
for source in ('b"é"', "b'\\x4'", "b'\\xg0'", "b'abc", "ub'x'", "b'a' 'b'", "'a' b'b'", "bf'{x}'", "b'\\"):
    try:
        print(source, eval(source))
    except SyntaxError as e:
        print(ascii(source), "SyntaxError", e.msg)
