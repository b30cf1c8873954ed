# & | ^ ~ on two's complement of unlimited width.
values = [0, 1, -1, 5, -5, 12, 255, -256]
for a in values:
    print(a, "~", ~a, [a & b for b in values], [a | b for b in values], [a ^ b for b in values])
print(0xF0F0 & 0xFF00, 0xF0F0 | 0x0F0F, 0xF0F0 ^ 0xFFFF)
print(True & 3, True | False, True ^ True, 6 & True)
print(type(True & True).__name__, type(True & 1).__name__)
n = 0b1100
n &= 0b1010
print(bin(n))
n |= 0b0001
print(bin(n))
n ^= 0b1111
print(bin(n))
for text in ("1 & 1.0", "1 | 'a'", "None ^ 1", "~1.5", "~'x'", "[] & []"):
    try:
        eval(text)
    except TypeError as e:
        print(text, "->", e)
