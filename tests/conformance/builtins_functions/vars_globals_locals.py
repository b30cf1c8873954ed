x = 1
print(globals()["x"], "x" in locals(), locals() is globals(), vars() is globals())
globals()["y"] = 5
print(y)


def f(a, b=2, *c, **d):
    z = 3
    return locals()


print(f(1), f(1, 2, 3, k=4))


def g():
    before = sorted(locals())
    q = 1
    loc = locals()
    loc["injected"] = 5
    return before, sorted(loc), "injected" in dir()


print(g()[0], g()[1])


def h():
    n = 1

    def inner():
        m = n
        return sorted(locals())
    return inner()


print(h())


class C:
    a = 1
    names = sorted(k for k in locals() if not k.startswith("__"))
    locals()["dyn"] = 2


print(C.names, C.dyn, vars(C)["a"])
c = C()
c.p = 1
vars(c)["q"] = 2
print(vars(c), c.q)
for text in ("vars(5)", "vars('a')", "vars(1, 2)", "globals(1)", "locals(1)", "vars([])", "dir(1, 2)"):
    try:
        eval(text)
    except TypeError as e:
        print(text, e)
print([n for n in dir() if n in ("x", "y", "f", "C")], sorted(vars(C()))[:1], "append" in dir(list), dir(f(1)) == dir({}))


def gen():
    k = 1
    yield sorted(locals())


print(next(gen()), [sorted(locals()) for w in [1]][0][-1:], (lambda e: locals())(5))
del globals()["y"]
print("y" in globals())


def deleted():
    v = 1
    del v
    w = 2
    return locals()


print(deleted())
