# s and p codes: counts, truncation and zero filling.
import struct
print(struct.pack("5s", b"ab"), struct.pack("5s", b"abcdefgh"), struct.pack("s", b"xyz"),
    struct.pack("0s", b"abc"), struct.pack("1s", b""), struct.pack("3s2s", b"a", b"bcd"),
    struct.pack("5s", bytearray(b"ba")))
print(struct.pack("5p", b"ab"), struct.pack("3p", b"abcdef"), struct.pack("1p", b"x"), struct.pack("p", b"x"),
    struct.unpack("5p", b"\x02abcd"), struct.unpack("3p", b"\x09ab"), len(struct.pack("300p", b"q" * 299)))
print(struct.unpack("5s", b"ab\0\0\0"), struct.unpack("2s3s", b"abcde"), struct.unpack("0s", b""),
    struct.unpack("3c", b"abc"), struct.unpack("c2sc", b"wxyz"))
name, size, flags = struct.unpack("<8sIH", struct.pack("<8sIH", b"file.txt", 1234, 7))
print(name.rstrip(b"\0").decode(), size, flags)
for f in (lambda: struct.pack("3s", "abc"), lambda: struct.pack("c", b"ab"), lambda: struct.pack("c", "a"),
        lambda: struct.pack("c", 97), lambda: struct.pack("s", 5), lambda: struct.pack("3c", b"abc"),
        lambda: struct.pack("p", "x")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
