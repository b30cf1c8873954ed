# Greedy, lazy and counted repetition; possessive and atomic forms of 3.11.
import re
for p in ("a*", "a+", "a?", "a{2}", "a{2,}", "a{1,2}", "a{,2}", "a{0}", "a*?", "a+?", "a??", "a{1,3}?",
        "(ab)*", "(ab)+?", "[ab]{3}", "a*b", "a*a", "(a|ab)(c|bcd)(d*)", "x*", ".*b", ".*?b", "(a*)*",
        "(a*)+", "(?:a|b)*c"):
    for text in ("", "aaa", "abab", "abcd", "aabbc"):
        m = re.match(p, text)
        print(repr(m.group()) if m else None, end=" ")
    print(p)
print(re.match("a*+a", "aaa"), re.match("a++b", "aab").group(), re.match("(?>a|ab)c", "abc"),
    re.match("a?+b", "ab").group(), re.match("a{1,2}+a", "aa"), re.match("a{,3}", "aaaa").group(),
    re.match("x{a}", "x{a}").group(), re.match("x{2,1", "x{2,1").group(), re.match("{", "{").group())
print(re.findall("<.+>", "<a><b>"), re.findall("<.+?>", "<a><b>"), re.findall("<[^>]+>", "<a><b>"),
    re.findall("a{2,3}", "a aa aaa aaaa aaaaa"), re.findall(r"\d{1,3}(?=(?:\d{3})+$)", "1234567"))
