# iterators over iterators in plain Python
class Chain:
    def __init__(self, *its):
        self.its = iter(its)
        self.cur = iter(())

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            try:
                return next(self.cur)
            except StopIteration:
                self.cur = iter(next(self.its))


class Peek:
    END = object()

    def __init__(self, it):
        self.it = iter(it)
        self.head = next(self.it, self.END)

    def __iter__(self):
        return self

    def __next__(self):
        if self.head is self.END:
            raise StopIteration
        value, self.head = self.head, next(self.it, self.END)
        return value

    def __bool__(self):
        return self.head is not self.END


print(list(Chain("ab", [], [1], Chain("c", range(2)))))
p = Peek("xyz")
while p:
    print(next(p), end=" ")
print(list(p))


def merge(a, b):
    a, b = Peek(a), Peek(b)
    while a and b:
        yield next(a) if a.head <= b.head else next(b)
    yield from a
    yield from b


print(list(merge([1, 4, 6], [2, 3, 7, 8])))


def groupby(it, key):
    p = Peek(it)
    while p:
        k = key(p.head)
        group = [next(p)]
        while p and key(p.head) == k:
            group.append(next(p))
        yield k, group


print(list(groupby("aaBBcD", str.isupper)))
nested = map(str, filter(lambda x: x % 3, map(lambda p: p[0] * p[1], enumerate(range(2, 10)))))
print(list(nested))
it = iter("abc")
for x in it:
    print(x, next(it, "-"))
deep = iter([1, 2, 3])
for _ in range(50):
    deep = map(lambda x: x + 1, deep)
print(list(deep))
