# All matches: strings, groups, tuples, empty matches, overlapping tries.
import re
print(re.findall("a", "banana"), re.findall("x", "banana"), re.findall("(a)", "ba"),
    re.findall("(a)(n)?", "banana"), re.findall("", "ab"), re.findall("a*", "baac"),
    re.findall("ana", "banana"), re.findall("(?=(ana))", "banana"), re.findall("(x)|b", "ab"),
    re.findall(r"\w+", "Hi, you 2"))
print([(m.start(), m.group()) for m in re.finditer(r"\d+", "a1b22c333")], list(re.finditer("x", "a")),
    [m.span() for m in re.finditer("a|", "aba")])
it = re.finditer("a", "aa")
print(next(it).span(), next(it).span(), next(it, None))
p = re.compile("a")
print(p.findall("aXaXa", 1), p.findall("aXaXa", 1, 3), [m.start() for m in p.finditer("aXaXa", 2, 100)],
    p.findall("aaa", -5), p.findall("aaa", 5), p.findall("aaa", 2, 1))
text = "key1 = val1\nkey2=val2 # note\n\n bad line"
print(re.findall(r"(?m)^\s*(\w+)\s*=\s*(\w+)", text), dict(re.findall(r"(\w+)\s*=\s*(\w+)", text)),
    re.findall(r"#.*", text), re.findall(r"(?x) (\d) # a digit", text))
print(re.findall(r"[\w.]+@[\w.]+\.\w+", "a.b@c.org, bad@x, d@e.f.net"),
    re.findall(r"\b\d{1,2}:\d\d\b", "at 9:30 or 12:05, not 123:45"),
    re.findall(r"[-+]?\d*\.?\d+(?:[eE][-+]?\d+)?", "1 -2.5 +.5e3 4e-2 x7"))
