def f(a, b, c):
    return a, b, c


print(f(1, 2, 3), f(1, 2, c=3), f(c=1, b=2, a=3), f(1, c=2, b=3))
print(f(*[1, 2, 3]), f(*"ab", c="c"), f(**{"a": 1, "b": 2, "c": 3}), f(1, *[2], **{"c": 3}))


def g():
    return


def h():
    1 + 1


print(g(), h())
x = f
print(x(1, 2, 3) == f(1, 2, 3))


def swap(a, b):
    a, b = b, a
    return a, b


a = 1
print(swap(a, b=2), a)


def mutate(lst):
    lst.append(1)
    lst = [2]
    return lst


keep = []
print(mutate(keep), keep)
print((lambda a, b: a - b)(b=1, a=5))
