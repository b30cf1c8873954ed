x = "module"


def outer():
    x = "outer"

    def inner():
        global x
        x = "set by inner"
        return x
    return inner(), x


print(outer(), x)


def make_global():
    global made, func, Cls, mod

    def func():
        return "func"

    class Cls:
        pass

    import sys as mod
    for made in range(3):
        pass


make_global()
print(made, func(), Cls.__name__, Cls.__qualname__, mod.__name__)


def deleter():
    global made
    del made


deleter()
print("made" in globals())
try:
    deleter()
except NameError as e:
    print(e)


class K:
    global in_class
    in_class = "from class body"
    x = "class attr"


print(in_class, hasattr(K, "in_class"), K.x, x)
for src in ("def f():\n x=1\n global x", "def f():\n print(x)\n global x", "def f(x):\n global x", "def f():\n global x\n global x\n x = 'twice fine'\nf()"):
    try:
        exec(src)
    except SyntaxError as e:
        print(e.msg)
print(x)


def implicit():
    return [x for _ in range(1)], (lambda: x)()


print(implicit())
globals()["dynamic"] = 1
print(dynamic)
del globals()["dynamic"]
try:
    dynamic
except NameError as e:
    print(e)
