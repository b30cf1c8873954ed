# generator helpers made awaitable, results passed both ways
class Future:
    def __init__(self, name):
        self.name, self.value, self.is_set = name, None, False

    def set(self, v):
        self.value, self.is_set = v, True

    def __await__(self):
        while not self.is_set:
            yield self
        return self.value

    def __repr__(self):
        return f"<{self.name}>"


async def consumer(a, b):
    x = await a
    print("x", x)
    y = await b
    print("y", y)
    return x + y


a, b = Future("a"), Future("b")
task = consumer(a, b)
print(task.send(None))
print(task.send(None))
a.set(10)
print(task.send(None))
b.set(5)
try:
    task.send(None)
except StopIteration as e:
    print("result", e.value)


def old_style():
    got = yield "old"
    return got


class Wrap:
    def __init__(self, gen):
        self.gen = gen

    def __await__(self):
        return (yield from self.gen)


async def use():
    return await Wrap(old_style()), [await Wrap(old_style()) for _ in range(2)]


u = use()
out = [u.send(None)]
try:
    for i in range(1, 10):
        out.append(u.send(i))
except StopIteration as e:
    print(out, e.value)


def gen_over_coro(coro):
    return (yield from coro.__await__())


g = gen_over_coro(consumer(Future("p"), Future("q")))
print(next(g))
g.close()
coro = consumer(a, b)
try:
    def bad():
        yield from coro
    g = bad()
    next(g)
except TypeError as e:
    print(e)
coro.close()
