# Format specs of str: width, precision, conversions before the spec.
s = "héllo"
for spec in ("", "s", "10", "10s", "<10s", ">10s", "^11s", ".2", ".2s", "8.3s", "-^8.3", "0", "08", "0<8",
        ".0", "1.1"):
    print(repr(spec), "|" + format(s, spec) + "|")
print("{!r:.3} {!a} {!s:^9}|".format(s, s, s), "{:>{w}.{p}}".format("abcdef", w=6, p=4))
print("{:5}{:<5}{:>5}{:^5}|".format("a", "b", "c", "d"), "{:\t^5}|".format("x"), "{:😀<3}".format("y"))
class Name(str):
    pass
print("{:>6}".format(Name("n")), format(Name("q"), ""), type(format(Name("q"), "")).__name__)
for spec in ("d", "+", "-", " ", "=5", ",", "_", "#5", ".", ".-1", "5x", "s5", "x", "99999999999999999999"):
    try:
        print(repr(spec), format("a", spec))
    except ValueError as e:
        print(repr(spec), e)
print(len(format("x", "1000")), format("x" * 20, "5.5"), format("", ".3"), format("ab", "\u00e9>4"))
