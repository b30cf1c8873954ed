def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


print(list(count(4)), sum(count(10)), max(count(5)), 3 in count(5), tuple(count(0)))
for x in count(2):
    print(x)
g = count(3)
print(next(g), next(g), next(g), next(g, "default"), next(g, None))
try:
    next(g)
except StopIteration as e:
    print("stop", e.args)
print(iter(g) is g, type(g).__name__, g.__name__, g.__qualname__, repr(g).startswith("<generator object count at "))
print(hasattr(g, "send"), hasattr(g, "throw"), hasattr(g, "close"), hasattr(g, "__next__"), hasattr(g, "__len__"))


def empty():
    return
    yield


def nothing():
    if False:
        yield


print(list(empty()), list(nothing()))


def many():
    yield
    yield 1, 2
    yield [3]
    yield (yield 4)


print(list(many()))
a, b, c = count(3)
print(a, b, c, *count(2), [*count(2)], dict(zip("ab", count(2))))


def infinite():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


fib = infinite()
print([next(fib) for _ in range(12)])
print(g.gi_frame, g.gi_running, g.gi_code.co_name)
