# The three ways to try a pattern, and the match object.
import re
for pattern, text in [("abc", "abcdef"), ("abc", "xabc"), ("a", ""), ("", "abc"), ("", ""), ("abc$", "abc"),
        ("^b", "ab"), ("b", "abc"), ("[0-9]+", "ab12cd345"), ("a.c", "a\nc"), ("a.c", "abc")]:
    print(repr(pattern), repr(text), [m and (m.group(), m.span()) for m in (re.match(pattern, text),
        re.search(pattern, text), re.fullmatch(pattern, text))])
m = re.search("(b)(c)?", "xxbyy")
print(m.group(), m.group(0), m.group(1), m.group(2), m.group(1, 2), m.groups(), m.groups("default"),
    m.start(), m.end(), m.span(), m.start(1), m.end(1), m.span(2), m[0], m[1], m[2], m.pos, m.endpos,
    m.string, m.re.pattern, m.lastindex, m.lastgroup, bool(m))
print(m, re.match("x", "y"), re.match("é+", "ééa"))
for f in (lambda: m.group(3), lambda: m.group("x"), lambda: m[5], lambda: m.start(9), lambda: m.group(-1),
        lambda: re.match("a"), lambda: re.match("a", 5), lambda: re.match(5, "a"),
        lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: m.nope,
        lambda: re.search("a", None), lambda: m.span("q"), lambda: m.group(1.0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
