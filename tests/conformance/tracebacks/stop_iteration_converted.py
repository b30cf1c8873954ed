def g():
    yield 1
    raise StopIteration("x")
def h():
    yield next(iter([]))
def k():
    yield from g()
async def c(): raise StopIteration
def walk(f):
    try: f()
    except RuntimeError as e:
        def names(tb):
            out = []
            while tb: out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
            return out
        print(names(e.__traceback__), e, repr(e.__cause__), names(e.__cause__.__traceback__), e.__context__ is e.__cause__)
walk(lambda: list(g()))
walk(lambda: [x for x in g()])
def forloop():
    for x in g(): pass
walk(forloop)
walk(lambda: next(h()))
walk(lambda: list(k()))
walk(lambda: c().send(None))
def thr():
    i = g(); next(i); i.throw(StopIteration)
walk(thr)
async def ag():
    yield 1
    raise StopAsyncIteration
async def use():
    async for x in ag(): pass
walk(lambda: use().send(None))
def deleg():
    i = k(); next(i); i.send(None)
walk(deleg)
next(h())
