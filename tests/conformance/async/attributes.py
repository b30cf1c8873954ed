class Tick:
    def __await__(self):
        yield


async def f():
    await Tick()


async def ag():
    await Tick()
    yield 1


c = f()
print(c.cr_running, c.cr_await, c.cr_code.co_name, c.cr_frame is not None)
c.send(None)
print(c.cr_await is not None, type(c.cr_await).__name__)
c.close()
print(c.cr_frame)
c.__name__ = "renamed"
print(c.__name__, repr(c).startswith("<coroutine object f at"))
for t in (type(c),):
    try:
        t()
    except TypeError as e:
        print(e)
w = f()
aw = w.__await__()
print(type(aw).__name__, iter(aw) is aw, hasattr(aw, "send"))
next(aw)
try:
    next(aw)
except StopIteration as e:
    print(e.value)
g = ag()
print(g.ag_running, g.ag_code.co_name, g.__name__, hasattr(g, "asend"), hasattr(g, "__anext__"))
n = g.__anext__()
print(type(n).__name__, type(g.asend(None)).__name__)
n.send(None)
try:
    n.send(None)
except StopIteration as e:
    print("yielded", e.value)
n = anext(g)
try:
    n.send(None)
except StopAsyncIteration as e:
    print(repr(e))
print(type(f).__name__, type(ag).__name__, f.__code__.co_name, callable(c))
try:
    aiter([1])
except TypeError as e:
    print(e)
try:
    anext(5)
except TypeError as e:
    print(e)
print(aiter(g) is g)
