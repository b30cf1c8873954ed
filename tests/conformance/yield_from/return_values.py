def leaf(x):
    yield x
    return x * 2


def total(items):
    s = 0
    for x in items:
        s += yield from leaf(x)
    return s


def top():
    a = yield from total([1, 2, 3])
    b = yield from total([10])
    return a, b


def drive(g):
    seen = []
    try:
        while True:
            seen.append(next(g))
    except StopIteration as e:
        return seen, e.value


print(drive(top()))


class It:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration("from class", 2)


def f():
    r = yield from It()
    return r


print(drive(f()))


class Own(StopIteration):
    pass


class It2(It):
    def __next__(self):
        raise Own("own")


def g():
    return (yield from It2())


print(drive(g()))


def delegating_none():
    r = yield from iter([1])
    return r


print(drive(delegating_none()))


def tuple_result():
    return (yield from two())


def two():
    yield 0
    return ()


print(drive(tuple_result()))


def finally_return():
    try:
        yield from leaf(1)
    finally:
        return "overridden"


print(drive(finally_return()))
