# coroutines, asynchronous generators and managers
def run(coro, *sends):
    sends = list(sends)
    out = []
    value = None
    try:
        while True:
            out.append(coro.send(value))
            value = sends.pop(0) if sends else None
    except StopIteration as e:
        return out, e.value
    except BaseException as e:
        return out, type(e).__name__, str(e)
class Aw:
    def __init__(self, v): self.v = v
    def __await__(self):
        r = yield self.v
        return r
async def a():
    x = await Aw(1)
    y = await Aw(2)
    return x, y
print(run(a(), "p", "q"))
async def agen():
    try:
        for i in range(3):
            r = yield i
            if r: print("sent", r)
            await Aw(("await", i))
    except ValueError as e:
        print("caught", e)
        yield "recovered"
    finally:
        print("agen finally")
async def use():
    out = []
    async for v in agen():
        out.append(v)
    else:
        out.append("else")
    return out
print(run(use()))
async def use2():
    g = agen()
    print(await g.asend(None))
    print(await g.asend("hello"))
    print(await g.athrow(ValueError("v")))
    try:
        await g.__anext__()
    except StopAsyncIteration as e:
        print("stop", e.args)
    try:
        await g.asend(1)
    except StopAsyncIteration:
        print("stopped")
    print(await g.aclose())
print(run(use2()))
async def use3():
    g = agen()
    await g.__anext__()
    await g.aclose()
    await g.aclose()
    g = agen()
    try:
        await g.asend(5)
    except TypeError as e:
        print(e)
    g = agen()
    try:
        await g.athrow(KeyError("fresh"))
    except KeyError as e:
        print("KeyError", e)
    async for x in g: print("never")
    return "end"
print(run(use3()))
async def ignore():
    try:
        yield 1
    except GeneratorExit:
        yield 2
async def use4():
    g = ignore()
    await g.__anext__()
    try:
        await g.aclose()
    except RuntimeError as e:
        print(e)
print(run(use4()))
class ACM:
    def __init__(self, n, swallow=False): self.n, self.s = n, swallow
    async def __aenter__(self):
        print("aenter", self.n)
        return await Aw("enter " + self.n)
    async def __aexit__(self, t, v, tb):
        print("aexit", self.n, t and t.__name__)
        await Aw("exit " + self.n)
        return self.s
async def use5():
    async with ACM("a") as x, ACM("b", True) as y:
        print(x, y)
        raise ValueError("in with")
    for i in range(2):
        async with ACM("c"):
            if i == 0: continue
            break
    async with ACM("d"):
        return "returned"
print(run(use5(), "X", "Y"))
async def comps():
    async def ag(n):
        for i in range(n):
            yield i
    l = [i async for i in ag(3) if i]
    s = {i: await Aw(i) async for i in ag(2)}
    g = (i * 2 async for i in ag(3))
    o = [x async for x in g]
    n = [[j async for j in ag(i)] for i in range(3)]
    m = [await Aw(i) for i in range(2)]
    return l, s, o, n, m
print(run(comps()))
async def nested():
    async def inner():
        await Aw("deep")
        raise KeyError("inner")
    try:
        await inner()
    except KeyError as e:
        return repr(e)
print(run(nested()))
c = a()
print(type(c).__name__, c.__name__, c.cr_running, c.cr_await, c.cr_code.co_name)
try:
    c.send(1)
except TypeError as e:
    print(e)
c.close()
try:
    c.send(None)
except RuntimeError as e:
    print(e)
async def thr():
    try:
        await Aw(1)
    except ValueError as e:
        return "thrown " + str(e)
c = thr(); c.send(None)
try:
    c.throw(ValueError("T"))
except StopIteration as e:
    print(e.value)
async def bad():
    for f in (lambda: 5, lambda: [1], lambda: None):
        try:
            await f()
        except TypeError as e:
            print(e)
    class BadAw:
        def __await__(self): return 5
    try:
        await BadAw()
    except TypeError as e:
        print(e)
    try:
        async for x in [1]: pass
    except TypeError as e:
        print(e)
    class BadIter:
        def __aiter__(self): return self
    try:
        async for x in BadIter(): pass
    except TypeError as e:
        print(e)
    class BadNext:
        def __aiter__(self): return self
        def __anext__(self): return 5
    try:
        async for x in BadNext(): pass
    except TypeError as e:
        print(e, repr(e.__cause__))
    try:
        async with 5: pass
    except TypeError as e:
        print(e)
    class HalfCM:
        async def __aenter__(self): pass
    try:
        async with HalfCM(): pass
    except TypeError as e:
        print(e)
    class SyncCM:
        def __enter__(self): return self
        def __exit__(self, *a): pass
        def __aenter__(self): return 5
        async def __aexit__(self, *a): pass
    try:
        async with SyncCM(): pass
    except TypeError as e:
        print(e)
    try:
        with ACM("x"): pass
    except TypeError as e:
        print(e)
    try:
        for x in agen(): pass
    except TypeError as e:
        print(e)
print(run(bad()))
async def stop():
    raise StopIteration(1)
print(run(stop()))
async def stop2():
    async def g():
        yield 1
        raise StopAsyncIteration
    async for x in g(): pass
print(run(stop2()))
async def anexts():
    async def g():
        yield 1
    it = g()
    print(await anext(it), await anext(it, "default"))
    try:
        await anext(it)
    except StopAsyncIteration:
        print("StopAsync")
    print(aiter(it) is it)
print(run(anexts()))
for src in ("async def f():\n yield 1\n return 2", "def f(): await x", "async def f(): yield from x", "def f():\n async for x in y: pass", "def f():\n async with x: pass", "await x", "async def f(): return [await x for x in y]", "def f(): [x async for x in y]", "async def f(): [x for x in await y]", "async x = 5", "lambda: await x", "class C:\n await x", "async def f():\n def g(): await x"):
    try:
        compile(src, "s", "exec"); print("fine")
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset)
