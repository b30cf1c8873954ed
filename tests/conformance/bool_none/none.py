# None: one value, few operations, exact errors.
print(None, repr(None), str(None), type(None).__name__, None is None, None == None, None != 0, None == False,
    bool(None), [None], {None: 1}[None], (None,).index(None), hash(None) == hash(None))
def nothing():
    pass
def early():
    return
print(nothing(), early(), [].sort(), print(end=""), {}.get("x"), type(None)() is None,
    isinstance(None, type(None)), None in [0, None], "%s %r" % (None, None), f"{None} {None!r}")
NoneType = type(None)
none = None
for f in (lambda: none + 1, lambda: none < 1, lambda: none(), lambda: none[0], lambda: none.x,
        lambda: len(none), lambda: iter(none), lambda: -none, lambda: 1 in none, lambda: int(none),
        lambda: NoneType(1), lambda: [*none], lambda: setattr(none, "x", 1),
        lambda: type("N", (NoneType,), {}), lambda: sorted([none, 1]), lambda: "a" + none,
        lambda: sum([none]), lambda: none.__setitem__(0, 1), lambda: {**none}, lambda: "".join([none]),
        lambda: max(none), lambda: [1, 2][none]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for source in ("None = 1", "True = 0", "def None(): pass", "x.None = 1", "None += 1", "for True in []: pass",
    "f(None=1)", "del None", "import None", "class False: pass", "lambda None: 1"):
    try:
        compile(source, "<t>", "exec")
        print(source, "ok")
    except SyntaxError as e:
        print(source, "->", e.msg)
