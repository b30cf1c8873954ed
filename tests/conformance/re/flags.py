# IGNORECASE, MULTILINE, DOTALL, VERBOSE, ASCII; inline and scoped.
import re
print(re.findall("abc", "ABC aBc", re.I), re.findall("[a-c]+", "xABCx", re.I), re.findall("é", "É", re.I),
    re.match("ß", "ẞ", re.I) is not None, re.findall("(?i:a)b", "Ab AB"), re.findall("(?i)k", "kK"),
    re.findall("(?-i:a)B", "aB ab AB", re.I), re.findall("(?s:.)", "a\n"), re.match("(?m:^a)", "a").group())
print(re.findall("^.", "ab\ncd"), re.findall("^.", "ab\ncd", re.M), re.findall(".+", "a\nb"),
    re.findall(".+", "a\nb", re.S), re.findall(".$", "a\nb\n"), re.findall(".$", "a\nb\n", re.M))
p = re.compile(r"""
    (\d+)      # digits
    \s* [#]    # a hash sign
    \ ?        # maybe a blank
    (\w+)      # a word
""", re.X)
print(p.match("12 # abc").groups(), p.match("3#x").groups(), re.match("a b", "ab", re.VERBOSE).group(),
    re.findall(r"\w+", "aé", re.ASCII), re.findall(r"(?a)\w+", "aé"), re.match(r"(?ix) A B ", "ab").group())
print(re.I, re.IGNORECASE | re.DOTALL, int(re.M), re.X == re.VERBOSE, re.compile("a",
    re.S).flags & re.S == re.S)
for pat in ("a(?i)b", "(?i", "(?y)", "(?-x)", "(?i-)", "(?-i)", "(?au)a", "(?i-i:a)", "(?L)a"):
    try:
        print(pat, re.compile(pat).flags)
    except (re.error, ValueError) as e:
        print(pat, "->", type(e).__name__, e)
