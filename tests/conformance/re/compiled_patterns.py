# Pattern objects: methods with pos and endpos, attributes, caching, equality.
import re
p = re.compile(r"(\w)(?P<n>\d)", re.I)
print(p.pattern, p.groups, dict(p.groupindex), p.flags == re.I | re.U, p, re.compile("x"), re.compile(b"x"),
    re.compile(p) is p, re.compile("q") == re.compile("q"), re.compile("q") == re.compile("q", re.I),
    hash(p) == hash(re.compile(r"(\w)(?P<n>\d)", re.I)), isinstance(p, re.Pattern),
    isinstance(p.match("a1"), re.Match))
print(p.match("a1b2", 2).group(), p.match("a1b2", 1), p.search("--a1b2", 3).group(), p.match("a1", 0, 1),
    p.fullmatch("a1"), p.fullmatch("a1b", 0, 2).span(), p.search("xa1", 0, 2))
a = re.compile("^b")
print(a.match("ab", 1), a.search("ab", 1), re.compile("b$").search("abc", 0, 2),
    re.compile(r"\bb").search("ab", 1), re.compile("(?<=a)b").search("ab", 1),
    re.compile("b").search("abc", 1).pos)
print(re.compile("a", re.I | re.M), re.compile("a", re.X | re.S), re.compile("(?i)a").flags == re.compile("a",
    re.I).flags, re.escape("a.b*c[d]-e f_g/é"), re.escape(b"a+b"),
    re.compile(re.escape("1+1=2")).search("so 1+1=2").group(), re.escape(""))
for f in (lambda: re.compile(5), lambda: re.compile(p, re.I), lambda: p.match(), lambda: p.match("a", "x"),
        lambda: p.search(b"a1"), lambda: p.nope, lambda: re.compile("a", "b"),
        lambda: setattr(p, "pattern", "x")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
