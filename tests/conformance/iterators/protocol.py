class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print("iter")
        return Iter(self.n)


class Iter:
    def __init__(self, n):
        self.i, self.n = 0, n

    def __iter__(self):
        return self

    def __next__(self):
        if self.i == self.n:
            raise StopIteration
        self.i += 1
        return self.i


c = Count(3)
print(list(c), list(c))
it = iter(c)
print(next(it), list(it), list(it))
for x in c:
    for y in c:
        print(x, y, end="; ")
print()
a, b, d = c
print(a, b, d, 2 in c, sum(c), max(c), sorted(c, reverse=True), [*c], dict(zip(c, "abc")), tuple(map(str, c)))


class NotIter:
    def __iter__(self):
        return 5


class NoNext:
    def __iter__(self):
        return self


class NoneIter:
    __iter__ = None


class Instance:
    pass


i = Instance()
i.__iter__ = lambda: iter([1])
for bad in (NotIter(), NoNext(), NoneIter(), i, 5, len):
    try:
        for x in bad:
            print("never")
    except TypeError as e:
        print(e)
try:
    next(c)
except TypeError as e:
    print(e)
print(next(iter([]), "d"), next(Iter(0), None))
try:
    next(5)
except TypeError as e:
    print(e)
