# Frames that leave the stack and come back: generators, delegation, coroutines, asynchronous generators.
def numbers(n):
    for i in range(n):
        got = yield i
        if got:
            yield got


def outer():
    result = yield from inner()
    yield result


def inner():
    try:
        yield 1
        yield 2
    finally:
        print("closing")
    return "inner result"


class Later:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got * 2


async def source(n):
    for i in range(n):
        yield await Later(i)


async def main():
    total = 0
    async for item in source(3):
        total += item
    return total + await Later(10)


g = numbers(3)
print(next(g), g.send("sent"), list(g))
print(list(outer()))
print(sum(x * x for x in numbers(20)))
half = outer()
next(half)
half.close()
coroutine = main()
sent = None
try:
    while True:
        sent = coroutine.send(sent) + 1 if sent is not None else coroutine.send(None)
except StopIteration as e:
    print("coroutine gave", e.value)
waiting = [numbers(5) for _ in range(3)]
print([next(w) for w in waiting for _ in range(2)])
