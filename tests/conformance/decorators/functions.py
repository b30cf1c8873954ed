log = []


def plain(f):
    log.append("plain " + f.__name__)
    return f


def wrap(f):
    def inner(*a, **k):
        return "<" + str(f(*a, **k)) + ">"
    return inner


def tag(name, *more):
    log.append("tag factory " + name)

    def deco(f):
        log.append("tag applied " + name)

        def inner(*a):
            return f"{name}[{f(*a)}]"
        return inner
    return deco


@plain
@wrap
@tag("a")
@tag("b", 1, 2)
def f(x):
    return x


print(f(1), log)
log.clear()


@wrap
def g(a, b=2, *c, **d):
    return a, b, c, d


print(g(1), g(1, 3, 4, z=5))


@len
@lambda f: [f, f, f]
def three():
    pass


print(three)


@callable
def flag():
    pass


print(flag)


class Deco:
    def __init__(self, f):
        self.f = f

    def __call__(self, *a):
        return "Deco", self.f(*a)

    def method(self, f):
        return "via method", f.__name__


@Deco
def h(x):
    return x


print(h(3))
d = Deco(None)


@d.method
def m():
    pass


print(m)
table = {"k": [wrap]}


@table["k"][0]
def n():
    return "subscript"


@(lambda f: f)
def o():
    return "lambda"


@wrap if False else plain
def p():
    return "conditional"


@(q := wrap)
def r():
    return "walrus"


print(n(), o(), p(), r(), q is wrap)
try:
    @undefined_decorator
    def s():
        pass
except NameError as e:
    print(e, "s" in globals())
try:
    @5
    def t():
        pass
except TypeError as e:
    print(e)
