# Lookahead and lookbehind, positive and negative.
import re
print(re.findall(r"\w+(?=!)", "hi! you there!"), re.findall(r"\b\w+\b(?!!)", "hi! you there!"),
    re.findall(r"(?<=\$)\d+", "$5 6 $70"), re.findall(r"(?<!\$)\b\d+", "$5 6 $70"),
    re.findall(r"(?<=a|b)c", "ac bc dc"), re.findall(r"(?<=ab)c", "abc bc"),
    re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", "1234567"), re.findall(r"(?=a)\w", "abca"))
print(re.match(r"(?=(\w+))a", "abc").groups(), re.match(r"(?!x)\w", "x"), re.match(r"(?!x)\w", "y").group(),
    re.search(r"(?<!a)b", "abcb").span(), re.search(r"(?<=^)a", "ba"), re.split(r"(?<=,)", "a,b,c"),
    re.match(r"(?=.*\d)(?=.*[A-Z]).{4,}$", "abC1") is not None, re.match(r"(?=.*\d)(?=.*[A-Z]).{4,}$",
    "abc1"))
print(re.findall(r"q(?!u)", "queue qatar iraq"), re.findall(r"(?<![a-z])the(?![a-z])", "the then other the"),
    re.search(r"(?<=(a))b", "ab").groups(), re.findall(r"(?<=\b)\w", "ab cd"))
for p in ("(?<=a*)b", "(?<=a|bc)d", "(?<!a+)b", "(?<=a{2,3})b", "(?=", "(?<=", "(?<a", "(?!"):
    try:
        re.compile(p)
        print(p, "ok")
    except re.error as e:
        print(p, "->", e)
