# names in executed code: module rules, no closures over the caller
def outer():
    secret = "local"
    try:
        exec("def f(): return secret\nf()")
    except NameError as e:
        print(e)
    exec("print(secret)")
    print(eval("secret"), eval("(lambda: 1)()"))
    try:
        eval("(lambda: secret)()")
    except NameError as e:
        print(e)
    ns = dict(locals())
    exec("def f(): return secret", ns)
    return ns["f"]()


print(outer())


class C:
    attr = 1
    exec("made = attr + 1")
    print(made, eval("attr"))


print(C.made)
ns = {}
exec("""
x = 1
def outer():
    x = 2
    def inner():
        nonlocal x
        x += 1
        return x
    return inner(), x
class K:
    x = 5
    y = x
    def m(self):
        return x
result = outer(), K.y, K().m(), x
""", ns)
print(ns["result"])
exec("a = 1", ns)
exec("a += 1; b = lambda: a", ns)
exec("a = 50", ns)
print(ns["b"]())
loc = {}
try:
    exec("def f(): return f\nf()", {}, loc)
except NameError as e:
    print(e, "f" in loc)
try:
    exec("q = 1\n[q for _ in range(1)]", {}, {})
except NameError as e:
    print(e)
exec("q = 1\nw = [z for z in [q]]", {}, loc)
print(loc["w"])


def gen():
    x = 10
    yield eval("x")
    exec("x = 20")
    yield x
    yield eval("x", {"x": 30})


print(list(gen()))
code = compile("n = n + 1", "<c>", "exec")
space = {"n": 0}
for _ in range(5):
    exec(code, space)
print(space["n"])
