# Index, negative index, iteration and len count code points.
s = "héllo wörld ☃ 😀!"
print(len(s), s[0], s[1], s[-1], s[-2], s[12], s[14], ascii(s[14]))
print([c for c in "aé☃😀"], list(enumerate("xy☃")), [ord(c) for c in "aé☃😀"])
print(s[True], s[False], "abc"[-3], [s[i] for i in range(-3, 0)])
class I:
    def __index__(self):
        return 2
print(s[I()], "".join(reversed("aé☃😀")), "😀"[0] == "😀", len("😀"), len("e\u0301"), len("\0\0"))
for bad in (99, -99, 10**20, 1.0, "0", None, (1,), I):
    try:
        print("abc"[bad])
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
try:
    s[0] = "x"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
try:
    ""[0]
except IndexError as e:
    print(e)
