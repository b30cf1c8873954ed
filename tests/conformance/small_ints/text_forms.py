# bin, oct, hex, str and repr of ints.
for n in (0, 1, -1, 10, 255, -255, 4096, 2**40, -(2**40)):
    print(n, bin(n), oct(n), hex(n), str(n), repr(n))
print(bin(True), oct(False), hex(True))
print(str(123)[::-1], repr(-7), "%d" % 5, ascii(9))
print((37).bit_length(), (-37).bit_length(), (0).bit_length(), (255).bit_length(), (256).bit_length())
print((37).bit_count(), (-37).bit_count(), (0).bit_count(), (2**50 - 1).bit_count())
print((6).as_integer_ratio(), (-3).conjugate(), (5).is_integer() if hasattr(5, "is_integer") else "none")
for f in (bin, oct, hex):
    for bad in (1.0, "1", None):
        try:
            f(bad)
        except TypeError as e:
            print(f.__name__, e)
