# arguments that are cells, in every kind of parameter
def f(a, b=2, *args, k, o=6, **kw):
    def show():
        return a, b, args, k, o, kw

    def change():
        nonlocal a, b, args, k, o, kw
        a, b, args, k, o, kw = 0, 0, 0, 0, 0, 0
    return show, change


show, change = f(1, k=3)
print(show())
change()
print(show())
show, _ = f(1, 2, 3, k=4, z=5)
print(show())


def kwcall():
    def inner(x, *, y=1):
        return x, y, outer_value
    outer_value = 9
    return inner(y=3, x=4), inner(1), inner(**{"x": 2})


print(kwcall())


def del_arg(a):
    def g():
        return a
    del a
    try:
        return g()
    except NameError as e:
        return str(e)


print(del_arg(1))


def many():
    a = b = c = d = e = g = h = i = j = 1

    def f():
        nonlocal a, b, c, d, e, g, h, i, j
        a, b, c, d, e, g, h, i, j = range(9)
    f()
    return [a, b, c, d, e, g, h, i, j]


print(many())


def default_cell(n):
    def f(x=n, y=lambda: n):
        return x, y()
    n += 1
    return f()


print(default_cell(1))
