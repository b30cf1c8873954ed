# inner generators that are finished, running, or shared
def inner():
    yield 1
    yield 2
    return "r"


def outer(it):
    r = yield from it
    yield ("result", r)


i = inner()
list(i)
print(list(outer(i)))
i = inner()
next(i)
print(list(outer(i)), list(outer(i)))
shared = inner()
a, b = outer(shared), outer(shared)
print(next(a), next(b))
print(next(a))
print(next(b))


def selfish():
    yield 1
    yield from it


it = selfish()
try:
    print(list(it))
except ValueError as e:
    print(e)


def inner2():
    try:
        yield from outer_gen
    except ValueError as e:
        yield str(e)


def outer2():
    yield from inner2()


outer_gen = outer2()
print(list(outer_gen))
closed = inner()
closed.close()
print(list(outer(closed)))


def raising():
    yield 1
    raise KeyError("inner")


def catching():
    try:
        yield from raising()
    except KeyError as e:
        yield repr(e)


print(list(catching()))
i = inner()
o = outer(i)
next(o)
print(next(i))
print(next(o))
