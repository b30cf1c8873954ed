def logged(f):
    def inner(self, *a):
        self.log.append((f.__name__, a))
        return f(self, *a)
    inner.__name__ = f.__name__
    return inner


def validated(kind):
    def deco(f):
        def inner(self, value):
            if not isinstance(value, kind):
                raise TypeError(f"{f.__name__} wants {kind.__name__}")
            return f(self, value)
        return inner
    return deco


class C:
    def __init__(self):
        self.log = []

    def own(f):
        return lambda self: "own " + f(self)

    @logged
    def a(self, x):
        return x * 2

    @logged
    @validated(int)
    def b(self, x):
        return x + 1

    @own
    def c(self):
        return "c"

    @property
    @logged
    def p(self):
        return "p"

    @staticmethod
    @lambda f: lambda *a: ("wrapped static", f(*a))
    def s(x):
        return x

    @classmethod
    @lambda f: lambda cls: ("wrapped class", f(cls))
    def k(cls):
        return cls.__name__

    @(lambda n: lambda f: n)(42)
    def const(self):
        pass


c = C()
print(c.a(1), c.b(2), c.c(), c.p, c.s(3), C.s(4), c.k(), c.const, c.log)
try:
    c.b("x")
except TypeError as e:
    print(e)
print(c.a.__name__, C.a.__name__)


def retry(n):
    def deco(f):
        def inner(*a):
            for i in range(n):
                try:
                    return f(*a, i)
                except ValueError as e:
                    last = e
                    print("retry", e)
            raise last
        return inner
    return deco


@retry(3)
def flaky(limit, attempt):
    if attempt < limit:
        raise ValueError(attempt)
    return "ok", attempt


print(flaky(2))
try:
    flaky(5)
except (ValueError, UnboundLocalError) as e:
    print(repr(e))


def gen_deco(f):
    def inner(*a):
        yield "start"
        yield from f(*a)
        yield "end"
    return inner


@gen_deco
def g(n):
    for i in range(n):
        yield i


print(list(g(2)))
