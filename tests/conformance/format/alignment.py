# Fill, alignment and width for every kind of value.
for spec in ("10", "<10", ">10", "^10", "*<10", "*>10", "*^10", "#^9", "é^7", "010", "{<5", "}>5"):
    print(spec, "|" + format("abc", spec) + "|", end=" ")
    if spec != "010":
        print("|" + format(42, spec) + "|", "|" + format(-1.5, spec) + "|")
    else:
        print(format(42, spec), format(-1.5, spec))
for spec in ("=10", "0=10", "*=+10", "=+08.2f"):
    print(spec, "|" + format(-42, spec) + "|", "|" + format(3.5, spec) + "|")
print(format("abcdef", ".3"), format("abcdef", "10.3") + "|", format("abcdef", "*^10.2"), format("x", "0"),
    format("", "5") + "|")
print(format("abc", "2"), format(12345, "2"), format("日本", "*^6"), "{:\u2603>4}".format(7))
print(format(True, "5"), format(True, ""), format(None, ""), format([1], ""), format(True, "d"),
    format(1 + 2j, "20") + "|")
for value, spec in [("a", "=5"), (None, "5"), ([1], ">5"), ("a", "+5"), ("a", "d"), ("a", ","), (1, "5.2"),
        (1, "**5"), ({}, "s"), ("a", "#"), (1, "z"), ("a", "05d")]:
    try:
        print(format(value, spec))
    except (ValueError, TypeError) as e:
        print(repr(spec), type(e).__name__, e)
