class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x=0, *args, **kw):
        return self.n + x, args, kw


a = Adder(5)
print(a(), a(1), a(1, 2, k=3), a(*[1, 2], **{"z": 0}), callable(a), callable(Adder))
print(list(map(a, [1, 2])), a.__call__(3), Adder.__call__(a, 4), type(a.__call__).__name__)


class Plain:
    pass


p = Plain()
p.__call__ = lambda: "instance"
print(callable(p))
try:
    p()
except TypeError as e:
    print(e)
print(p.__call__())


class Chain:
    def __call__(self):
        return Inner()


class Inner:
    __call__ = lambda self: "inner called"


print(Chain()()())


class Weird:
    __call__ = a


print(Weird()(7))


class Static:
    @staticmethod
    def __call__(x):
        return "static", x


class Cls:
    @classmethod
    def __call__(cls, x):
        return cls.__name__, x


print(Static()(1), Cls()(2))


class Bad:
    __call__ = 5


try:
    Bad()()
except TypeError as e:
    print(e)


class Deco:
    def __init__(self, f):
        self.f, self.count = f, 0

    def __call__(self, *a):
        self.count += 1
        return self.f(*a)


@Deco
def f(x):
    return x * 2


print(f(4), f(5), f.count)
print(sorted([3, 1, 2], key=Adder(0)), max([1, 5, 2], key=Adder(1)))
