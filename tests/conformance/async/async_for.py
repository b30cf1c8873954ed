class Range:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        self.i = 0
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        await Tick(self.i)
        return self.i


class Tick:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        yield ("tick", self.v)


def run(coro):
    out = []
    try:
        while True:
            out.append(coro.send(None))
    except StopIteration as e:
        return out, e.value


async def plain():
    got = []
    async for x in Range(3):
        got.append(x)
    else:
        got.append("else")
    return got


async def broken():
    async for x in Range(5):
        if x == 1:
            continue
        if x == 3:
            break
        print("body", x)
    else:
        print("never")
    return x


async def returned():
    async for x in Range(5):
        async for y in Range(2):
            if x + y == 4:
                return x, y


async def unpack():
    class Pairs(Range):
        async def __anext__(self):
            x = await Range.__anext__(self)
            return x, [x * 2, x * 3]
    return [(a, b, c) async for a, (b, c) in Pairs(2)]


for f in (plain, broken, returned, unpack):
    print(run(f()))


class NoAnext:
    def __aiter__(self):
        return self


class BadAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class Raises:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise KeyError("anext")


async def over(x):
    async for _ in x:
        pass


for bad in ([1, 2], 5, NoAnext(), BadAnext(), Raises()):
    try:
        run(over(bad))
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
