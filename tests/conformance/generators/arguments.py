# generator functions take every kind of parameter
def g(a, b=2, *args, k, o=5, **kw):
    yield a
    yield b
    yield args
    yield k, o
    yield kw


print(list(g(1, k=3)))
print(list(g(1, 2, 3, 4, k=5, z=6)))
for bad in (lambda: g(), lambda: g(1), lambda: g(1, k=1, a=2)):
    try:
        bad()
    except TypeError as e:
        print(e)


def lazy(x):
    print("body runs")
    yield x


it = lazy(1)
print("created")
print(next(it))


class C:
    def __init__(self, n):
        self.n = n

    def items(self):
        for i in range(self.n):
            yield i

    def __iter__(self):
        return self.items()

    @classmethod
    def make(cls):
        yield cls.__name__

    @staticmethod
    def stat(x):
        yield x

    @property
    def prop(self):
        yield self.n


c = C(3)
print(list(c.items()), list(c), list(C.make()), list(c.stat(9)), list(c.prop), [x for x in c])


def mutate(lst):
    for x in lst:
        yield x
        if x < 3:
            lst.append(x + 1)


print(list(mutate([1])))
print(list((lambda *a: (yield from a))(1, 2)))


def default_mut(acc=[]):
    acc.append(len(acc))
    yield list(acc)


print(list(default_mut()), list(default_mut()))
