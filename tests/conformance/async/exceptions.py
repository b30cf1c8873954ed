def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


class Tick:
    def __await__(self):
        yield


async def fail(e):
    await Tick()
    raise e


async def main():
    try:
        await fail(ValueError("v"))
    except ValueError as e:
        print("caught", e, repr(e.__context__))
    try:
        try:
            await fail(KeyError("first"))
        except KeyError:
            await fail(IndexError("second"))
    except IndexError as e:
        print(repr(e), repr(e.__context__))
    try:
        try:
            await fail(KeyError("a"))
        finally:
            await Tick()
            print("finally awaited")
    except KeyError as e:
        print(repr(e))
    try:
        raise OSError("outer")
    except OSError:
        await Tick()
        try:
            raise
        except OSError as e:
            print("reraised after await", e)
    for i in range(3):
        try:
            await Tick()
            if i == 1:
                continue
            await fail(ValueError(i))
        except ValueError as e:
            print("loop", e)
        else:
            print("else")
        finally:
            await Tick()
    return "end"


print(run(main()))


async def gen_fail():
    yield 1
    await fail(TypeError("in agen"))


async def consume():
    try:
        async for x in gen_fail():
            print(x)
    except TypeError as e:
        print(e)


run(consume())


async def top():
    await middle()


async def middle():
    await fail(RuntimeError("uncaught in coroutine"))


run(top())
