# Width and precision taken from the arguments.
print("|%*d|%-*d|%0*d|%*d|" % (6, 42, 6, 42, 6, 42, -6, 42))
print("|%.*f|%*.*f|%-*.*f|%+*.*e|" % (2, 3.14159, 9, 3, 3.14159, 9, 1, 3.14159, 12, 2, 3.14159))
print("|%*s|%.*s|%*.*s|%-*s|" % (5, "ab", 1, "ab", 5, 1, "ab", 5, "ab"), "|%.*f|" % (-1, 2.5),
    "|%.*s|" % (-3, "abc"))
print("%*s" % (True, "x"), "%*d|" % (3, 5))
for template, args in [("%*d", ("6", 1)), ("%*d", (1.5, 1)), ("%.*f", ("2", 1.0)), ("%*d", (None, 1)),
        ("%(a)*d", {"a": 1}), ("%*d", 5)]:
    try:
        print(template % args)
    except (TypeError, ValueError) as e:
        print(template, type(e).__name__, e)
