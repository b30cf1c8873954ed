# a class body is code that runs
print("before")


class C:
    print("in body", __name__, __qualname__, __module__)
    x = 1
    y = x + 1
    for i in range(3):
        x += i
    if x > 2:
        def cond(self):
            return "conditional method"
    else:
        z = "never"
    try:
        1 / 0
    except ZeroDivisionError as e:
        failed = str(e)
    squares = {k: k * k for k in (1, 2)}
    a, (b, *c) = 1, (2, 3, 4)
    names = sorted(n for n in locals() if not n.startswith("__"))
    import sys as module
    with open.__class__ and __import__("io").StringIO() as stream:
        pass

    class Inner:
        deep = "value"

    def __init__(self, v=y):
        self.v = v
    alias = __init__
    lam = lambda self: self.v


print(C.x, C.y, C.i, C.cond(C()), C.failed, C.squares, C.a, C.b, C.c, C.names)
print(C.Inner.deep, C.Inner.__qualname__, C().v, C.alias is C.__init__, C().lam(), C.module.__name__)
try:
    class Broken:
        ok = 1
        1 / 0
except ZeroDivisionError:
    print("Broken" in globals())


def make(n):
    class Local:
        value = n

        def get(self):
            return n, self.value
    return Local


print(make(1)().get(), make(2)().get(), make(1) is make(1), make(1).__qualname__)


class Redefined:
    def f(self): return 1
    def f(self): return 2


print(Redefined().f())
