# find, rfind, index, rindex with bounds, empty needles and wide characters.
s = "abracadabra"
print(s.find("a"), s.find("a", 1), s.find("a", -1), s.find("bra"), s.rfind("bra"), s.find("xyz"),
    s.find("bra", 2), s.find("bra", 2, 10), s.find("bra", 8, 11))
print(s.rfind("a"), s.rfind("a", 0, -1), s.rfind("a", 0, 3), s.rfind("abra", 1), s.rfind("q"))
print(s.find(""), s.find("", 5), s.find("", 11), s.find("", 12), s.rfind(""), s.rfind("", 0, 4),
    s.rfind("", 12), "".find(""), "".rfind(""), "".find("", 1))
print(s.index("cad"), s.rindex("ab"), s.find("abracadabra!"), s.find("a", None, None), s.find("r", None, -5),
    s.find("a", 100), s.find("a", -100, 1))
u = "ß☃é☃😀é"
print(u.find("☃"), u.rfind("☃"), u.find("é"), u.rfind("é"), u.find("😀"), u.find("☃", 2), u.index("é", 3),
    u.find("\u00e9"))
print("aaaa".find("aa"), "aaaa".rfind("aa"), "aaab".find("aab"), ("a" * 500 + "b").find("a" * 100 + "b"),
    ("ab" * 400).rfind("ba" * 3))
for f in (lambda: s.index("z"), lambda: s.rindex("z"), lambda: s.index("a", 11), lambda: s.find(1),
        lambda: s.find(), lambda: s.find("a", "b"), lambda: s.index("a", 1.5), lambda: s.find("a", 1, 2, 3),
        lambda: s.index(None)):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
