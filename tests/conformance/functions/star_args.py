def f(*args):
    return args


def g(a, *args):
    return a, args


def h(a, b=2, *args, **kw):
    return a, b, args, kw


print(f(), f(1), f(1, 2), f(*range(4)), f(*[], *"ab", 3))
print(g(1), g(1, 2, 3))
print(h(1), h(1, 2, 3, 4), h(1, x=5), h(*[1, 2, 3], y=1, **{"z": 2}))
print(type(f(1)).__name__, f(*(1, 2)) == (1, 2))


def passing(*args, **kwargs):
    return h(*args, **kwargs)


print(passing(1, 2, 3, k=4))


def mutate(*args, **kw):
    kw["new"] = 1
    return kw


d = {"a": 1}
print(mutate(**d), d)


def gen():
    yield 1
    yield 2


print(f(*gen(), *{5: 6}, *{7}))
try:
    f(*5)
except TypeError as e:
    print(str(e).split("()")[-1])
try:
    f(*1, 2)
except TypeError as e:
    print(type(e).__name__)
