class Tick:
    def __await__(self):
        yield


async def leaf(n):
    await Tick()
    return 10 / n


async def branch(*ns):
    return [await leaf(n) for n in ns]


def run(c):
    try:
        while True:
            c.send(None)
    except StopIteration as e:
        return e.value


print(run(branch(1, 2)))
run(branch(5, 0))
