# sub and subn with templates: groups, escapes, counts, empty matches.
import re
print(re.sub("a", "b", "banana"), re.sub("a", "b", "banana", 2), re.sub("a", "b", "banana", count=1),
    re.subn("a", "b", "banana"), re.subn("x", "y", "abc"), re.sub("a", "", "banana"), re.sub("", "-", "abc"),
    re.sub("x*", "-", "abxd"), re.sub("b*", "-", "abc"), re.sub("a", "b", ""))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world foo bar"), re.sub(r"(\w)(\d)", r"\g<2>\g<1>", "a1b2"),
    re.sub(r"(?P<x>\d+)", r"<\g<x>>", "a12b3"), re.sub("a", r"[\g<0>]", "bab"),
    re.sub("(a)(b)?", r"<\1\2>", "ab a"), re.sub("(x)", r"\g<1>0", "x"), re.sub("a", r"\\", "bab"),
    re.sub("a", r"\n\t", "a"), re.sub("a", "\\\\n", "a"), re.sub("(a)", r"\1\1", "aba"))
print(re.sub(r"\s+", " ", "a  b\n\nc"), re.sub("[aeiou]", lambda m: m.group().upper(), "hello"),
    re.sub(r"\.", "", "1.2.3"), re.sub("^", "> ", "a\nb", flags=re.M), re.sub("(?i)B", "x", "abB"),
    re.sub("é", "e", "été"), re.sub("$", "!", "end"))
for p, t in [("a", r"\1"), ("(a)", r"\2"), ("a", r"\g<x>"), ("a", r"\g<"), ("a", r"\g"), ("a", r"\q"),
        ("a", "\\"), ("(a)", r"\g<1x>"), ("a", r"\g<>"), ("a", r"\g<-1>"), ("a", r"\g<5>"), ("(", "x")]:
    try:
        print(t, re.sub(p, t, "bab"))
    except (re.error, IndexError) as e:
        print(t, "->", type(e).__name__, e)
for f in (lambda: re.sub("a", 5, "a"), lambda: re.sub("a", None, "a"), lambda: re.sub("a", b"b", "a"),
    lambda: re.sub("a", "b", 5), lambda: re.sub("a", "b"), lambda: re.sub("a", "b", b"a")):
    try:
        print(f())
    except TypeError as e:
        print(e)
