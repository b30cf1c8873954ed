# Too many, too few, and the special case of a single non-tuple argument.
print("%s" % 1, "%s" % (1,), "%s %s" % (1, 2), "%s" % ((1, 2),), "%s" % [1, 2], "" % (), "" % [], "x" % {},
    "%%" % ())
cases = [("%s %s", 1), ("%s %s", (1,)), ("%s", (1, 2)), ("%s", ()), ("x", 1), ("x", (1,)), ("x", "y"),
    ("%d", ()), ("%*d", (1,)), ("%s%s%s", ("a", "b")), ("%%", 1), ("x", [1]), ("x", {"a": 1}), ("x", 1.5),
    ("x", None)]
for template, args in cases:
    try:
        print(repr(template), args, "->", template % args)
    except TypeError as e:
        print(repr(template), args, "->", e)
t = "a=%d"
t %= 5
print(t)
try:
    print(5 % "a")
except TypeError as e:
    print(e)
