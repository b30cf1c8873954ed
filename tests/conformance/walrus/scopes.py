# in a comprehension the name belongs to the enclosing function
def f():
    [last := i for i in range(3)]
    return last


print(f(), "last" in globals())
[leak := i for i in "ab"]
print(leak)


def g():
    global made
    [made := i for i in range(4)]
    if (made2 := 5):
        pass
    return made2


print(g(), made, "made2" in globals())


def h():
    count = 0

    def inner():
        nonlocal count
        [count := count + i for i in range(4)]
        return (count := count * 10)
    return inner(), count


print(h())


def nested():
    return [[inner := i * j for i in range(3)] for j in range(3)], inner


print(nested())


def gen():
    g = (seen := i for i in range(3))
    try:
        seen
    except UnboundLocalError as e:
        print(e)
    list(g)
    return seen


print(gen())


def lam():
    x = 1
    f = lambda: (x := 2)
    return f(), x


print(lam())


class C:
    if (attr := 5) > 3:
        other = attr


print(C.attr, C.other)


def default(a=(dflt := 7)):
    return a


print(default(), dflt)


def unbound():
    try:
        print(v)
    except UnboundLocalError as e:
        print(e)
    (v := 1)


unbound()


def shadow():
    y = "before"
    r = [y := i for i in range(2)]
    return y, r


print(shadow())


def exc():
    try:
        (val := 1 / 0)
    except ZeroDivisionError:
        return "val" in locals()


print(exc())
