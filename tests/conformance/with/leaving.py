# return, break, continue and raise leave a with through __exit__
class Ctx:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        print("exit", self.name, exc[0] and exc[0].__name__)


def ret():
    with Ctx("ret"):
        return "value"


def ret_expr():
    with Ctx("outer"), Ctx("inner"):
        return print("evaluated before exit")


def loop():
    for i in range(4):
        with Ctx(i):
            if i == 0:
                continue
            if i == 2:
                break
            print("body", i)
    return "end"


def in_finally():
    try:
        with Ctx("t"):
            return 1
    finally:
        with Ctx("f"):
            print("finally")


def override():
    with Ctx("o"):
        try:
            return 1
        finally:
            return 2


def while_else():
    n = 2
    while n:
        with Ctx(n):
            n -= 1
            if n == 5:
                break
    else:
        with Ctx("else"):
            return "else"


print(ret(), ret_expr(), loop(), in_finally(), override(), while_else())


def gen():
    with Ctx("gen"):
        yield 1
        yield 2


print(list(gen()))
g = gen()
next(g)
g.close()
g = gen()
next(g)
try:
    g.throw(KeyError("t"))
except KeyError as e:
    print(repr(e))
