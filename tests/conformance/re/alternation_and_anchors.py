# | takes the first alternative that fits; ^ $ \A \Z \b \B.
import re
print([re.match(p, "abcd").group() for p in ("a|ab", "ab|a", "abc|abcd|a", "(?:a|b)c|abcd", "x|", "|x",
    "a||b")], re.findall("cat|dog|", "catxdog"), re.search("b|a", "ab").group())
text = "one two\nthree one\n"
for p in ("^one", "one$", "^t", r"\Aone", r"one\Z", r"\n\Z", "^", "$", r"\bo", r"o\b", r"\Bo", r"o\B", r"\b",
        r"\B", "^$", r"(?m)^t", "(?m)one$", "(?m)^", "(?m)$", "(?m)^$", "(?s)o.t", "two.three",
        "(?s)two.three", r"\b\w{5}\b"):
    print(p, [m.span() for m in re.finditer(p, text)])
print(re.search("^", "").span(), re.search("$", "a\n").span(), [m.span() for m in re.finditer("$", "a\n")],
    re.search(r"\b", ""), re.search(r"\B", ""), re.findall(r"\bé", "é ée aé"))
