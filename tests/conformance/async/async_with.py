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
        yield self.v


class Ctx:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        await Tick("enter " + self.name)
        return self.name.upper()

    async def __aexit__(self, t, v, tb):
        await Tick(f"exit {self.name} {t and t.__name__}")
        return self.swallow


async def basic():
    async with Ctx("a") as x, Ctx("b") as y:
        return x, y


async def swallow():
    async with Ctx("s", True):
        raise ValueError("inside")
    return "after"


async def passes():
    try:
        async with Ctx("p"):
            raise ValueError("inside")
    except ValueError as e:
        return repr(e)


async def loop():
    for i in range(4):
        async with Ctx(str(i)):
            if i == 0:
                continue
            if i == 1:
                break
    return i


async def nested():
    async with Ctx("outer", True):
        async with Ctx("inner"):
            await Tick("body")
            1 / 0
    return "nested end"


async def paren():
    async with (Ctx("x") as a, Ctx("y")):
        return a


for f in (basic, swallow, passes, loop, nested, paren):
    print(f.__name__, run(f()))


class Sync:
    def __enter__(self):
        pass

    def __exit__(self, *a):
        pass


class NoExit:
    async def __aenter__(self):
        pass


class NotAwaitable:
    def __aenter__(self):
        return 5

    def __aexit__(self, *a):
        return 5


async def use(c):
    async with c:
        print("body")


async def sync_use(c):
    with c:
        pass


for bad in (Sync(), NoExit(), NotAwaitable(), 5):
    try:
        run(use(bad))
    except TypeError as e:
        print(e)
try:
    run(sync_use(Ctx("z")))
except TypeError as e:
    print(e)
