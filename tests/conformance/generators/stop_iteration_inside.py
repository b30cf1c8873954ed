# StopIteration inside becomes RuntimeError
def direct():
    yield 1
    raise StopIteration


def from_next():
    yield 1
    next(iter(()))


def sub():
    class Own(StopIteration):
        pass
    yield 1
    raise Own("x")


for f in (direct, from_next, sub):
    g = f()
    try:
        print(list(g))
    except RuntimeError as e:
        print(e, repr(e.__cause__), e.__cause__ is e.__context__)
    print(next(g, "dead"))


def caught():
    try:
        next(iter(()))
    except StopIteration:
        yield "caught inside"


print(list(caught()))


def thrown():
    yield


g = thrown()
next(g)
try:
    g.throw(StopIteration("t"))
except RuntimeError as e:
    print(e, repr(e.__cause__))


def first(it):
    while True:
        yield next(it)


try:
    for x in first(iter([1, 2])):
        print(x)
except RuntimeError as e:
    print(e)
try:
    print(list(next(iter([])) for x in [1]))
except RuntimeError as e:
    print(e)
