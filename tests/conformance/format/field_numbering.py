# Automatic, explicit, keyword and nested lookups in str.format.
print("{} {} {}".format(1, "a", 2.5), "{2} {0} {1} {0}".format("x", "y", "z"), "{a} {b}".format(a=1, b=2))
print("{0} {a} {1}".format(1, 2, a=3), "{} {a} {}".format(1, 2, a=3), "{{}} {{{}}}".format(5),
    "}}{{".format())
print("{0[1]} {0[0]} {1[key]} {1[a b]}".format([10, 20], {"key": "K", "a b": "AB"}),
    "{0.real} {0.imag}".format(3 + 4j))
print("{a[x][1]} {b.real.imag}".format(a={"x": "pq"}, b=5), "{[0]} {.real}".format([7], 8),
    "{0[-1]}".format({"-1": "str key"}))
print("{0:{1}}|{0:>{2}}|{0:{fill}^{width}}|{3:{4}.{5}f}".format("v", 5, 6, 3.14159, 9, 2, fill="*", width=7))
print("{:{}}|{:{}.{}}".format(1, 5, "abcdef", 8, 3), "{0!r} {0!s} {0!a} {0!r:>8}".format("é"))
for template, args, kw in [("{} {}", (1,), {}), ("{0} {}", (1, 2), {}), ("{} {0}", (1, 2), {}),
        ("{a}", (), {}), ("{5}", (1,), {}), ("{", (), {}), ("}", (), {}),
                           ("{0", (1,), {}), ("{0!}", (1,), {}), ("{0!x}", (1,), {}), ("{0!r", (1,), {}),
                           ("{0[}", ([1],), {}), ("{0[a]}", ([1],), {}), ("{0[9]}", ([1],), {}),
                           ("{0.nope}", (1,), {}), ("{0[x]}", ({},), {}), ("{0.}", (1,), {}),
                           ("{0[]}", ([1],), {}), ("{:{:{}}}", (1, 2, 3), {}), ("{!r}", (), {}),
                           ("{0]}", (1,), {}), ("{0[0]x}", ([1],), {})]:
    try:
        print(repr(template), template.format(*args, **kw))
    except Exception as e:
        print(repr(template), type(e).__name__, e)
