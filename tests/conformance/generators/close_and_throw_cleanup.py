# generators closed inside with, try and for
class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, repr(v))
        return self.swallow
def gen():
    with CM("a"):
        try:
            with CM("b"):
                yield 1
                yield 2
        finally:
            print("finally")
g = gen(); print(next(g)); g.close(); print(list(g))
g = gen(); next(g)
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print("got", e)
def ignoring():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignored")
            yield 2
            return
g = ignoring(); next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
print(next(g, "end"))
def swallowing():
    with CM("s", True):
        yield 1
    yield "after"
g = swallowing(); next(g)
try:
    print(g.throw(ValueError("x")))
except StopIteration as e:
    print("stop", e.value)
g = swallowing(); next(g)
try:
    g.close()
except RuntimeError as e:
    print("RuntimeError", e)
def ret():
    try:
        yield 1
    except ValueError as e:
        return "returned " + str(e)
g = ret(); next(g)
try:
    g.throw(ValueError("v"))
except StopIteration as e:
    print(e.value, e.args)
def outer():
    r = yield from ret()
    print("r", r)
    return 5
g = outer(); next(g)
try:
    g.throw(ValueError("w"))
except StopIteration as e:
    print(e.value)
def fin():
    try:
        yield 1
    finally:
        print("cleanup")
g = fin()
print(next(g))
g.close(); g.close()
try:
    g.send(1)
except StopIteration:
    print("stopped")
g = fin()
try:
    g.send(1)
except TypeError as e:
    print(e)
try:
    fin().throw(ValueError("fresh"))
except ValueError as e:
    print(e)
g = fin()
g.close()
print(next(g, "closed fresh"))
def reent():
    yield next(h)
h = reent()
try:
    next(h)
except ValueError as e:
    print(e)
def stop():
    yield 1
    raise StopIteration(7)
g = stop(); next(g)
try:
    next(g)
except RuntimeError as e:
    print(e, repr(e.__cause__), e.__cause__ is e.__context__)
def stop2():
    yield next(iter([]))
try:
    list(stop2())
except RuntimeError as e:
    print(e)
def delegate():
    class It:
        def __iter__(self): return self
        def __next__(self): return "n"
        def throw(self, *a):
            print("throw", [repr(x) for x in a])
            return "thrown"
        def close(self):
            print("It closed")
        def send(self, v):
            return ("sent", v)
    yield from It()
g = delegate()
print(next(g), g.send(3), g.throw(ValueError("q")), g.throw(KeyError))
g.close()
def tb():
    try:
        yield
    except Exception as e:
        import sys
        print(sys.exc_info()[0], e.__traceback__ is not None)
        yield "caught"
g = tb(); next(g)
print(g.throw(ValueError, "text"), g.throw.__name__)
print(g.gi_frame is None, g.gi_running, g.gi_yieldfrom, g.gi_code.co_name, g.__name__, g.__qualname__)
g.close(); print(g.gi_frame)
