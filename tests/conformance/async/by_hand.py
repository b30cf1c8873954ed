# a coroutine driven with send
async def simple():
    return 5


class Pause:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        got = yield self.v
        return got


async def talk():
    a = await Pause("one")
    print("got", a)
    b = await Pause("two")
    print("got", b)
    return a + b


def drive(coro, values=()):
    seen = []
    values = list(values)
    try:
        out = coro.send(None)
        while True:
            seen.append(out)
            out = coro.send(values.pop(0) if values else None)
    except StopIteration as e:
        return seen, e.value


print(drive(simple()))
print(drive(talk(), [10, 20]))
c = talk()
print(type(c).__name__, c.__name__, c.__qualname__, repr(c).startswith("<coroutine object talk at"), hasattr(c, "__next__"), hasattr(c, "__iter__"), hasattr(c, "__await__"))
try:
    next(c)
except TypeError as e:
    print(e)
try:
    for x in c:
        pass
except TypeError as e:
    print(e)
print(c.send(None))
c.close()
try:
    c.send(None)
except RuntimeError as e:
    print(e)
d = talk()
try:
    d.send("not None")
except TypeError as e:
    print(e)
d.close()


async def outer():
    x = await simple()
    y = await talk()
    return x, y


print(drive(outer(), [1, 2]))
s = simple()
drive(s)
try:
    s.send(None)
except RuntimeError as e:
    print(e)
print(type(simple).__name__, (lambda f: f.__name__)(simple))
