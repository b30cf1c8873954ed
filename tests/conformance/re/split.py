# split with groups, maxsplit and empty matches.
import re
print(re.split(",", "a,b,c"), re.split(",", ""), re.split(",", ",a,"), re.split("[ ,]+", "a, b  c,d"),
    re.split("(,)", "a,b"), re.split("(a)|b", "1a2b3"), re.split(r"\s*;\s*", "x ;y;  z"),
    re.split("x", "abc"))
print(re.split(",", "a,b,c", 1), re.split(",", "a,b,c", maxsplit=2), re.split(",", "a,b", 0),
    re.split("(-)", "1-2-3", 1), re.split(",", "a,b", -1))
print(re.split("", "abc"), re.split("x*", "axbc"), re.split(r"\b", "a bc"), re.split("(x*)", "axb"),
    re.split("(?=b)", "abab"), re.split(r"(?m)^", "a\nb"), re.split("$", "ab"))
print(re.compile(r"\W+").split("Words, words, words."), re.compile("o").split("foo", 1),
    re.split("[A-Z]", "aBcDe"), re.split("b", "aBc", flags=re.I), re.split(r"(\d)(\d)?", "a1b23c"))
for f in (lambda: re.split(",", 5), lambda: re.split(",", b"a"), lambda: re.split("(", "a"),
        lambda: re.split(",", "a", "x"), lambda: re.split(",")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
