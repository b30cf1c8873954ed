# struct.error: wrong counts, wrong sizes, bad formats, values out of range.
import struct
cases = [("<h", ()), ("<h", (1, 2)), ("<hh", (1,)), ("<h", ("a",)), ("<h", (1.5,)), ("<h", (None,)),
    ("<b", (128,)), ("<b", (-129,)), ("<B", (-1,)), ("<B", (256,)), ("<h", (32768,)), ("<H", (65536,)),
    ("<i", (2**31,)), ("<I", (-1,)), ("<I", (2**32,)), ("<q", (2**63,)), ("<Q", (-1,)), ("<Q", (2**64,)),
         ("<f", ("x",)), ("<d", (None,)), ("<f", (1e39,)), ("<e", (1e6,)), ("y", (1,)), ("<3", ()), ("3", ()),
         ("<h<h", (1, 2)), ("<-1h", (1,)), ("x", (1,)), ("h h", (1,)), ("é", ()), ("<d", (1j,)),
         ("<2s", (1,))]
for fmt, args in cases:
    try:
        print(repr(fmt), args, struct.pack(fmt, *args))
    except Exception as e:
        print(ascii(fmt), args, type(e).__name__, e)
for fmt, raw in [("<h", b"a"), ("<h", b"abc"), ("<2h", b""), ("", b"x"), ("<h", "ab"), ("<3s", b"ab"),
    ("z", b""), ("<h", 5), ("<h", [1, 2])]:
    try:
        print(fmt, struct.unpack(fmt, raw))
    except Exception as e:
        print(fmt, type(e).__name__, e)
print(struct.error.__name__, issubclass(struct.error, Exception), struct.error.__mro__[1].__name__)
for f in (lambda: struct.pack(), lambda: struct.pack(5), lambda: struct.unpack("<h"),
        lambda: struct.calcsize(1.5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
