# what may be awaited
class ViaIter:
    def __await__(self):
        return iter([1, 2])


class ViaGen:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        for i in range(self.n):
            yield ("tick", i)
        return "done"


def run(coro):
    out = []
    try:
        while True:
            out.append(coro.send(None))
    except StopIteration as e:
        return out, e.value


async def get(x):
    return await x


async def value():
    return "value"


print(run(get(ViaIter())), run(get(ViaGen(3))), run(get(value())), run(get(ViaGen(0))))


class NotIter:
    def __await__(self):
        return 5


class RetCoro:
    def __await__(self):
        self.coro = value()
        return self.coro


class Inst:
    pass


i = Inst()
i.__await__ = lambda: iter(())


def gen():
    yield


for bad in (5, None, "x", NotIter(), i, gen(), [1]):
    try:
        print(run(get(bad)))
    except TypeError as e:
        print(e)
rc = RetCoro()
try:
    run(get(rc))
except TypeError as e:
    print(e)
rc.coro.close()


async def nested(n):
    return n if n == 0 else 1 + await nested(n - 1)


print(run(nested(60)))


async def expr():
    return [await value(), (await ViaGen(1)) + "!", -(await get(Num(5))), await get(Num(2)) ** 2, {await value(): await value()}]


class Num:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        return self.n
        yield


print(run(expr()))
c = value()
run(c)
try:
    run(get(c))
except RuntimeError as e:
    print(e)
