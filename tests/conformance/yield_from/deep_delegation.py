def nest(n):
    if n == 0:
        x = yield "bottom"
        while x != "stop":
            x = yield ("echo", x)
        return 0
    return 1 + (yield from nest(n - 1))


g = nest(60)
print(next(g))
print(g.send("a"), g.send("b"))
try:
    g.send("stop")
except StopIteration as e:
    print(e.value)


def catcher(n):
    try:
        if n == 0:
            yield "leaf"
        else:
            yield from catcher(n - 1)
    except ValueError as e:
        if n % 10:
            raise
        raise ValueError(str(e) + "," + str(n))


g = catcher(30)
next(g)
try:
    g.throw(ValueError("x"))
except ValueError as e:
    print(e)


def count(n):
    if n:
        yield from count(n - 1)
        yield n


print(list(count(50)) == list(range(1, 51)))
closed = []


def closer(n):
    try:
        if n:
            yield from closer(n - 1)
        else:
            yield
    finally:
        closed.append(n)


g = closer(20)
next(g)
g.close()
print(closed)
