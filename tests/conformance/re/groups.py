# Numbered, nested, named, non-capturing groups; backreferences; groupdict.
import re
m = re.match(r"((a)(b(c)?))(d)?(?:e)?", "abe")
print(m.group(), m.groups(), m.span(4), m.span(3), m.lastindex)
m = re.match(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?", "2024-05")
print(m.group("year"), m["month"], m.group("day"), m.groupdict(), m.groupdict("?"), m.start("month"),
    m.span("day"), m.lastgroup, m.re.groupindex, m.re.groups, m.expand(r"\2/\g<year>"))
print(re.findall(r"(\w)\1", "aabbcdd"), re.findall(r"(?P<q>['\"])(.*?)(?P=q)", "'a' \"b\" 'c\""),
    re.match(r"(a)?b\1?", "b"), re.match(r"(a)?b\1", "b"), re.match(r"(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\10",
    "abcdefghijj").group())
print(re.match(r"(a|b)*", "abab").group(1), re.match(r"(?:(a)|(b))*", "ab").groups(),
    re.match(r"(a(b)?)+", "aba").groups(), re.match("()", "x").groups(), re.match(r"(a)|(b)", "b").groups(),
    re.match("(?:x)", "x").groups())
print(re.match(r"(<)?\w+(?(1)>)", "<ab>").group(), re.match(r"(<)?\w+(?(1)>|!)", "ab!").group(),
    re.match(r"(<)?\w+(?(1)>)", "<ab"))
for p in ("(", ")", "(a", "a)", "(?P<1a>x)", "(?P<a>x)(?P<a>y)", r"\1", r"(a)\2", "(?P=x)", "(?P<>x)",
        "(?Px)", "(?z)", "(?", "(?(2)a)", r"(\1)", "(?P<a", "(?#", "(?<a)", r"(?(x)a)"):
    try:
        print(p, re.compile(p).groups)
    except re.error as e:
        print(p, "->", e)
