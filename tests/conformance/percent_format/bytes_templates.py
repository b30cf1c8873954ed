# % on bytes and bytearray templates: %s and %b take buffers, %a and %r give ascii.
print(b"%d %x %05d %c %c" % (5, 255, 42, 65, b"B"), b"%s|%b|%5s|%-5s|%.1s" % (b"ab", bytearray(b"cd"), b"e",
    b"f", b"gh"))
print(b"%a %r %a" % ("é", "x", 1.5), b"%f %.2e %g" % (1.5, 2.5, 1e10), b"%%", b"%(k)s" % {b"k": b"v"},
    b"%s" % memoryview(b"mv"))
print(bytearray(b"%d-%s") % (1, b"x"), type(bytearray(b"%d") % 1).__name__, b"%*d|%.*f" % (5, 1, 1, 2.25))

class B:
    def __bytes__(self):
        return b"from __bytes__"

print(b"%s %b" % (B(), B()), b"%i %u %o %X" % (1, 2, 8, 255), b"%a" % "\n")
for template, args in [(b"%s", "str"), (b"%s", 5), (b"%b", None), (b"%d", "5"), (b"%c", 256), (b"%c", b"ab"),
        (b"%c", "a"), (b"%z", 1), (b"%s", ()), (b"x", 1), (b"%(k)s", {"k": b"v"}), (b"%", ())]:
    try:
        print(template % args)
    except Exception as e:
        print(template, type(e).__name__, e)
