# isalpha, isdigit and friends, on ASCII, Latin-1 and wider characters.
tests = ["", "abc", "ABC", "aBc", "123", "abc123", " ", "\t\n", "a b", "é", "É", "ß", "中", "²", "½", "٣", "Ⅷ",
    "_", "a_1", "1a", "-1", "Title Case", "Title case", "ǅ", "\x00", "\xa0", "\u200b", "😀", "ª", "A1", "a1"]
names = ["isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "isupper", "islower",
    "istitle", "isidentifier", "isprintable", "isascii"]
for t in tests:
    print(ascii(t), [n[2:] for n in names if getattr(t, n)()])
for c in range(0, 0x100):
    c = chr(c)
    assert c.isalnum() == (c.isalpha() or c.isdecimal() or c.isdigit() or c.isnumeric())
print("".join(chr(c) for c in range(0x100) if chr(c).isdigit()), sum(chr(c).isalpha() for c in range(0x250)),
    sum(chr(c).isupper() for c in range(0x250)), sum(chr(c).islower() for c in range(0x250)))
print([hex(c) for c in range(0x3001) if chr(c).isspace()])
try:
    "a".isalpha(1)
except TypeError as e:
    print(e)
