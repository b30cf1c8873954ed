# Mapping keys, also with parentheses inside, repeated and unused keys.
d = {"a": 1, "b": 2.5, "": "empty", "x y": "space", "p(q)": "paren", "c": "C"}
print("%(a)d %(b).1f %(a)s %(a)r" % d, "%()s %(x y)s %(p(q))s" % d, "%(c)5s|%(c)-5s|%(a)05d|%%" % d)
print("no keys" % d, "%s" % d == str(d), "%(a)s and %%(a)s" % d)

class Lookup:
    def __getitem__(self, key):
        return "<%s>" % key

print("%(one)s %(two)10s" % Lookup())

class Missing(dict):
    def __missing__(self, key):
        return len(key)

print("%(hello)d" % Missing())
for template, args in [("%(z)s", d), ("%(a)s", 5), ("%(a)s", (1,)), ("%(a)s", ({"a": 1},)), ("%(a)s", "str"),
        ("%(a", d), ("%(a)", d), ("%(a)s %s", d), ("%(a)s", [1]), ("%(a)y", d), ("%s %(a)s", d)]:
    try:
        print(repr(template), template % args)
    except Exception as e:
        print(repr(template), type(e).__name__, e)
