print(bin(0), bin(5), bin(-5), bin(True), bin(2 ** 70), oct(8), oct(-8), oct(0), hex(255), hex(-255), hex(2 ** 64), hex(False))
print(chr(65), chr(0x1F600), ord("a"), ord("€"), ord("😀"), ord(b"a"), chr(0) == "\0", ord("\n"), chr(0x10FFFF) == "\U0010ffff", repr(chr(0xD800)), ord(bytearray(b"z")))
for text in ("bin(1.5)", "bin('a')", "hex(None)", "oct([])", "chr(-1)", "chr(0x110000)", "chr('a')", "chr(1.0)", "ord('ab')", "ord('')", "ord(5)", "ord(b'ab')", "chr()", "ord(None)", "chr(10 ** 30)"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)


class I:
    def __index__(self):
        return 77


print(bin(I()), oct(I()), hex(I()), chr(I()))
print([chr(c) for c in range(97, 103)], "".join(chr(ord(c) + 1) for c in "HAL"), [ord(c) for c in "aé€"], all(ord(chr(i)) == i for i in range(0, 0x110000, 997)))
print(int(bin(37), 2), int(hex(255), 16), int(oct(64), 8), int("0b11", 0), int("0xff", 0), bin(6)[2:].zfill(8))
print(ascii("abc"), ascii("é\n"), ascii([1, "ü"]), ascii(None))
