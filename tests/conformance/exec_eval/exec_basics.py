exec("a = 1\nb = a + 1")
print(a, b)
print(exec("pass"), exec(""), exec("# only comment"))
ns = {}
exec("x = 1\ndef f(): return x\nclass C: y = x\nimport sys as s\nfor i in range(3): pass", ns)
print(sorted(k for k in ns if k != "__builtins__"), ns["f"](), ns["C"].y, ns["i"], ns["f"].__module__ if "__name__" in ns else "no name")
g, l = {"q": 1}, {}
exec("w = q + 1\nq = 'local'", g, l)
print(l, g["q"])
exec("def f(): return q", g, l)
print(l["f"](), "f" in g)


def func():
    y = 1
    exec("y = 2\nz = 3")
    try:
        z
    except NameError as e:
        print(e)
    return y, locals().get("y")


print(func())


def func2():
    ns = {}
    exec("z = 3", {}, ns)
    return ns


print(func2())
try:
    exec("n = 1\nn += 1\n1 / 0\nn = 99")
except ZeroDivisionError:
    print(n)
exec("global gg\ngg = 5", {}, l)
print("gg" in l, "gg" in globals())
exec("print(__name__)", {"__name__": "given"})
exec("print('x' in globals(), sorted(k for k in locals() if not k.startswith('__')))", {"x": 1}, {"loc": 2})
for args in ((5,), ("x = 1", 5), ("x = 1", {}, 5), ("1 +",), ("return 1",), (None,), ("raise ValueError('in exec')",), ("del nope",)):
    try:
        exec(*args)
    except Exception as e:
        print(type(e).__name__, e)


class Loc(dict):
    def __setitem__(self, k, v):
        print("store", k, v)
        super().__setitem__(k, v)

    def __getitem__(self, k):
        if k == "magic":
            return "magic value"
        return super().__getitem__(k)


exec("p = 1\nq = p + 1\nr = magic", {}, Loc())
try:
    exec("abc", Loc())
except NameError as e:
    print(e)
exec("\n".join(f"v{i} = {i}" for i in range(300)), ns)
print(ns["v299"])
