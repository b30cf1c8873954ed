def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


class Tick:
    def __await__(self):
        yield


async def arange(n):
    for i in range(n):
        await Tick()
        yield i


async def double(x):
    await Tick()
    return x * 2


async def main():
    print([x async for x in arange(3)])
    print({x % 2 async for x in arange(4)})
    print({x: x * x async for x in arange(3)})
    print([await double(x) for x in range(3)])
    print([await double(x) async for x in arange(3) if await double(x) > 1])
    print([(x, y) async for x in arange(2) for y in "ab"], [(x, y) for x in range(2) async for y in arange(2)])
    gen = (x * 10 async for x in arange(3))
    print(type(gen).__name__, [y async for y in gen])
    gen = (await double(x) for x in range(2))
    print(type(gen).__name__, [y async for y in gen])
    print([[x async for x in arange(n)] for n in range(3)])
    print([x for x in [await double(5)]], sum([x async for x in arange(4)]))
    n = 5
    print([x + n async for x in arange(2)], [lambda: x async for x in arange(2)][0]())
    try:
        [x for x in arange(2)]
    except TypeError as e:
        print(e)
    try:
        [x async for x in [1, 2]]
    except TypeError as e:
        print(e)
    return "end"


print(run(main()))
