# generators and comprehensions share cells with their function
def f():
    n = 0

    def gen():
        nonlocal n
        while n < 5:
            n += 1
            yield n
    g = gen()
    out = [next(g), n]
    n = 3
    out += list(g)
    return out, n


print(f())


def g(items):
    factor = 2
    gen = (x * factor for x in items)
    factor = 10
    items = "rebound"
    return list(gen)


print(g([1, 2]))


def h():
    return [[a * b for b in range(3)] for a in range(3)], [lambda: (a, b) for a in "x" for b in "yz"][0]()


print(h())


def k(n):
    return {i: {j: n for j in range(i)} for i in range(n)}, {n + i for i in range(1)}


print(k(3))


def late():
    g = (y for _ in range(1))
    y = "assigned before iteration"
    return next(g)


print(late())


def unset():
    g = (z for _ in range(1))
    try:
        next(g)
    except NameError as e:
        print(e)
    z = 1


unset()


def condition(limit):
    return [x for x in range(10) if x < limit if (lambda: x % 2)()]


print(condition(6))
