# center, ljust, rjust, zfill and expandtabs.
print("|" + "ab".center(7) + "|" + "ab".center(6) + "|" + "abc".center(6) + "|" + "abc".center(8,
    "*") + "|" + "ab".center(1) + "|" + "".center(3, "é") + "|")
print("|" + "ab".ljust(5) + "|" + "ab".rjust(5) + "|" + "ab".ljust(5, ".") + "|" + "ab".rjust(5,
    "☃") + "|" + "abc".ljust(-5) + "|")
print("42".zfill(5), "-42".zfill(5), "+42".zfill(6), "abc".zfill(5), "".zfill(2), "-".zfill(3),
    "--1".zfill(5), "12345".zfill(3), "+-1".zfill(5))
print([len("x" * n) for n in (1, 2)], [("a" * n).center(n + 1, "-") for n in range(4)],
    [("a" * n).center(5, "-") for n in range(6)])
print(repr("a\tb\tc".expandtabs()), repr("a\tb".expandtabs(4)), repr("\t\t".expandtabs(2)),
    repr("ab\tc\nd\te".expandtabs(4)), repr("a\tb".expandtabs(0)), repr("a\tb".expandtabs(-1)),
    repr("12345678\tx".expandtabs()), repr("a\r\tb".expandtabs(tabsize=3)))
for f in (lambda: "a".center(), lambda: "a".center("5"), lambda: "a".center(5, "ab"),
        lambda: "a".ljust(5, ""), lambda: "a".rjust(5, 1), lambda: "a".zfill("3"), lambda: "a".center(5.0),
        lambda: "a".ljust(5, b" "), lambda: "a".expandtabs("x")):
    try:
        print(f())
    except TypeError as e:
        print(e)
