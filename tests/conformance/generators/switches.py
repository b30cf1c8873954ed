# Generators that are left and entered in every way: for, next, send, yield from, inside handlers, deep and shared.
import sys


def count(n):
    for i in range(n):
        got = yield i
        if got is not None:
            yield ("got", got)


def nested(depth, n):
    if depth:
        result = yield from nested(depth - 1, n)
        return result + 1
    total = 0
    for i in range(n):
        total += yield i
    return total


def inside_handler(n):
    for i in range(n):
        try:
            raise ValueError(i)
        except ValueError as error:
            yield str(error), sys.exc_info()[1] is error
            yield str(sys.exc_info()[1])
        yield sys.exc_info()[1]


def both(a, b):
    for x in a:
        for y in b:
            yield x, y


def failing():
    yield 1
    raise KeyError("end")


class Steps:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        yield from range(self.n)
        yield self


def main():
    print(list(count(4)), [x for x in count(0)])
    g = count(5)
    for x in g:
        print(x, end=" ")
        if x == 1:
            print(g.send("a"), next(g), end=" ")
    print()
    g = nested(5, 3)
    print(next(g), g.send(1), g.send(10))
    try:
        g.send(100)
    except StopIteration as stop:
        print("returned", stop.value)
    for x in inside_handler(2):
        print(x, sys.exc_info()[1])
    try:
        raise RuntimeError("outer")
    except RuntimeError:
        for x in inside_handler(1):
            print(x, repr(sys.exc_info()[1]))
        for x in count(2):
            print(x, repr(sys.exc_info()[1]))
    shared = count(4)
    print(list(both(shared, [1, 2])), list(both([1], shared)), list(both(range(2), count(2))))
    try:
        for x in failing():
            print(x)
    except KeyError as error:
        print("KeyError", error)
    print([type(x).__name__ for x in Steps(2)], list(zip(count(3), nested(2, 0))))

    def again():
        for x in me:
            yield x

    me = again()
    try:
        print(next(me))
    except ValueError as error:
        print(error)
    first, *rest = count(4)
    print(first, rest, sum(count(10)), max(count(3)), dict(enumerate(count(2))))


main()
