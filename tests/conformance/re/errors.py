# Malformed patterns: message and position.
import re
for p in ("*", "+a", "?", "a**", "a+*", "a{2}{3}", "a{3,2}", "[", "[a", "[]", "[^]", "[z-a]", r"[\d-z]",
        r"[a-\d]", "\\", "a\\", "(a", "a)", "(*)", "a|*", "(?P<n>a)(?P=m)", r"\x", r"\x1", r"\u12", r"[\x]",
        r"\q", r"[\q]", r"\8", r"(?P<n", "a???", "(?:", "(?=a", r"\N{BULLET}", r"\N{NOPE}", "a{1,2}{3}", "^*",
        "$+", r"\b*", "(|a)*", "()*"):
    try:
        re.compile(p)
        print(p, "ok")
    except re.error as e:
        print(p, "->", e.msg, e.pos, "|", e)
try:
    re.compile("ab\n(cd")
except re.error as e:
    print(e, e.pattern == "ab\n(cd", e.lineno, e.colno, issubclass(re.error, Exception))
