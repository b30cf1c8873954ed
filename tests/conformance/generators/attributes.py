def gen(a):
    b = 1
    yield a
    yield b


g = gen(5)
print(g.__name__, g.__qualname__, g.gi_running, g.gi_yieldfrom, g.gi_code.co_name)
g.__name__ = "other"
g.__qualname__ = "q.other"
print(g.__name__, g.__qualname__, repr(g).startswith("<generator object q.other at"))
try:
    g.__name__ = 5
except TypeError as e:
    print(e)
try:
    g.gi_running = True
except AttributeError as e:
    print("AttributeError")
try:
    g.new = 1
except AttributeError as e:
    print(e)
print(g.gi_frame is None, list(g), g.gi_frame is None)
try:
    g()
except TypeError as e:
    print(e)
try:
    len(g)
except TypeError as e:
    print(e)
try:
    g[0]
except TypeError as e:
    print(e)
print(bool(g), g == g, g == gen(5), hash(g) == hash(g), {g: 1}[g])
print(type(gen).__name__, type(g).__name__, type(g) is type(x for x in ()))
try:
    type(g)()
except TypeError as e:
    print(e)


class C:
    def m(self):
        yield


print(C().m().__qualname__, [type(x).__name__ for x in (gen, C.m, C().m, C().m())])


def inner():
    yield 1


def outer():
    yield from inner()


o = outer()
next(o)
print(type(o.gi_yieldfrom).__name__, o.gi_yieldfrom.__name__)
