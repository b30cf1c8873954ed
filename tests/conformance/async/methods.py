# async methods, static, class, super, closures, defaults
def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


class A:
    def __init__(self, v):
        self.v = v

    async def get(self, *a, k=1, **kw):
        return self.v, a, k, kw

    @staticmethod
    async def stat(x):
        return "static", x

    @classmethod
    async def cls(cls):
        return cls.__name__

    @property
    async def prop(self):
        return "prop"

    async def __call__(self):
        return "called"

    def __await__(self):
        return self.get().__await__()


class B(A):
    async def get(self, *a, **kw):
        return "B", await super().get(*a, **kw)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *a):
        return True


async def main():
    b = B(5)
    print(await b.get(1, k=2, z=3), await B.stat(1), await b.cls(), await b.prop, await b())
    print(await b, await A(1))
    async with b as same:
        print(same is b)
        raise KeyError("swallowed")

    async def inner():
        nonlocal n
        n += 1
        return n
    n = 0
    await inner()
    await inner()
    print(n)
    f = [inner, b.get]
    print([await x() for x in f])
    r = lambda: inner()
    print(await r(), (await r()) + (await r()))
    x = await inner() if n else 0
    print(x, await inner() or "never", not await inner(), (await inner(), await inner())[1], f"{await inner()}")
    if await inner() > 5 and (y := await inner()) > 6:
        print(y)
    while await inner() < 20:
        pass
    print(n)
    try:
        return await inner()
    finally:
        await inner()
        print("finally", n)


print(run(main()))


def deco(f):
    async def wrapper(*a):
        return "<", await f(*a), ">"
    return wrapper


@deco
async def decorated(x):
    return x


print(run(decorated(7)))
try:
    run(A.get())
except TypeError as e:
    print(e)
