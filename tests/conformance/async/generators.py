def run(coro):
    out = []
    try:
        while True:
            out.append(coro.send(None))
    except StopIteration as e:
        return out, e.value


class Tick:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        return (yield self.v)


async def agen(n):
    try:
        for i in range(n):
            await Tick(("t", i))
            got = yield i
            if got:
                print("sent", got)
    finally:
        print("agen finally")


async def collect():
    return [x async for x in agen(3)]


print(run(collect()))


async def by_hand():
    g = agen(3)
    print(type(g).__name__, g.__aiter__() is g)
    print(await g.__anext__())
    print(await g.asend("hello"))
    try:
        await g.athrow(ValueError("v"))
    except ValueError as e:
        print("out", e)
    try:
        await g.__anext__()
    except StopAsyncIteration as e:
        print(repr(e))


print(run(by_hand()))


async def closing():
    g = agen(5)
    await g.__anext__()
    await g.aclose()
    await g.aclose()
    try:
        await anext(g)
    except StopAsyncIteration:
        return await anext(g, "default")


print(run(closing()))


async def catching():
    try:
        yield 1
    except KeyError as e:
        yield "caught " + repr(e)


async def throw():
    g = catching()
    a = await g.asend(None)
    b = await g.athrow(KeyError("k"))
    rest = [x async for x in g]
    return a, b, rest


print(run(throw()))


async def started_wrong():
    g = catching()
    try:
        await g.asend(5)
    except TypeError as e:
        print(e)


run(started_wrong())


async def stops():
    yield 1
    raise StopAsyncIteration


async def stops2():
    try:
        return [x async for x in stops()]
    except RuntimeError as e:
        return str(e), repr(e.__cause__)


print(run(stops2()))
for f in (lambda: next(agen(1)), lambda: iter(agen(1)), lambda: list(agen(1))):
    try:
        f()
    except TypeError as e:
        print(e)
