class C:
    x = 1

    def __init__(self):
        self.y = 2


c = C()
print(getattr(c, "x"), getattr(c, "y"), getattr(c, "z", "dflt"), getattr(c, "z", None), getattr("abc", "upper")(), getattr(5, "real"), getattr(C, "x"))
setattr(c, "z", 3)
setattr(c, "weird name!", 4)
setattr(C, "x", 10)
print(c.z, c.x, getattr(c, "weird name!"), sorted(c.__dict__))
delattr(c, "z")
print(hasattr(c, "z"), hasattr(c, "x"), hasattr(c, "nope"), hasattr(C, "y"), hasattr(5, "real"), hasattr(None, "x"))
for text in ("getattr(c, 'no')", "getattr(c)", "getattr(c, 5)", "getattr(c, 'x', 1, 2)", "setattr(c, 'a')", "setattr(c, 5, 1)", "setattr(5, 'a', 1)", "setattr(int, 'a', 1)", "setattr('s', 'upper', 1)", "delattr(c, 'no')", "delattr(c, 'x')", "delattr(5, 'real')", "hasattr(c)", "hasattr(c, 5)", "delattr(c)", "setattr(len, '__name__', 'x')", "setattr(None, 'a', 1)", "getattr(c, None)", "setattr([], 'append', 1)"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)


class P:
    @property
    def fails(self):
        raise ValueError("not an AttributeError")

    @property
    def missing(self):
        raise AttributeError("looks missing")


p = P()
print(hasattr(p, "missing"), getattr(p, "missing", "dflt"))
for f in (lambda: hasattr(p, "fails"), lambda: getattr(p, "fails", 1)):
    try:
        f()
    except ValueError as e:
        print(e)
for name in ("a", "b"):
    setattr(p, name, name * 2)
print({n: getattr(p, n) for n in ("a", "b")}, vars(p), [n for n in dir(p) if not n.startswith("_")])


class S(str):
    pass


print(getattr(c, S("y")), hasattr(c, S("y")))
