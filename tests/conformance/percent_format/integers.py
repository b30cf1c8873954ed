# %d %i %u %o %x %X with every flag, width and precision.
for n in (0, 7, -7, 255, -255, 123456):
    print("|%d|%5d|%-5d|%05d|%+d|% d|%.4d|%8.4d|%-8.4d|%+.3d|" % ((n,) * 10))
    print("|%i|%u|%o|%x|%X|%#o|%#x|%#X|%08x|%#010x|%-#8x|%+x|% o|%.5x|%#.5x|" % ((n,) * 15))
print("%d %d %d" % (True, 3.99, -3.99), "%x" % True, "%d" % 1e10, "%i" % 2.5)
print("%+ d|% +d|%-05d|%0-5d|%- 5d|" % (5, 5, 5, 5, 5))
print("%ld %hd %Ld" % (1, 2, 3))
for template, value in [("%d", "5"), ("%d", None), ("%x", 1.5), ("%o", 2.0), ("%X", "a"), ("%d", [1]),
        ("%d", 1j), ("%d", float("nan")), ("%i", float("inf")), ("%u", b"1")]:
    try:
        print(template % (value,))
    except Exception as e:
        print(template, type(e).__name__, e)


class Wrong:
    def __int__(self):
        return "a"

    def __index__(self):
        return "b"


for template in "%d", "%x":
    try:
        print(template % Wrong())
    except TypeError as error:
        print(error)
