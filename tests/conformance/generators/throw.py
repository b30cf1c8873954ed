def g():
    while True:
        try:
            x = yield "ready"
        except ValueError as e:
            print("caught", repr(e))
            yield "recovered"
        except KeyError:
            return "ended"


it = g()
print(next(it))
print(it.throw(ValueError("v")))
print(next(it))
print(it.throw(ValueError))
print(next(it))
print(it.throw(ValueError, ValueError("three"), None))
print(next(it))
print(it.throw(ValueError, "text"))
print(next(it))
print(it.throw(ValueError, (1, 2)))
print(next(it))
try:
    it.throw(KeyError)
except StopIteration as e:
    print(e.value)
try:
    it.throw(TypeError("finished"))
except TypeError as e:
    print(e)
fresh = g()
try:
    fresh.throw(IndexError("not started"))
except IndexError as e:
    print(e)
print(next(fresh, "dead"))
live = g()
next(live)
try:
    live.throw(OSError("through"))
except OSError as e:
    print(e)
print(next(live, "dead"))
for bad in (5, "x", object):
    live = g()
    next(live)
    try:
        live.throw(bad)
    except TypeError as e:
        print(e)


def wrap():
    try:
        yield 1
    except ValueError as e:
        raise RuntimeError("converted") from e


w = wrap()
next(w)
try:
    w.throw(ValueError("orig"))
except RuntimeError as e:
    print(e, repr(e.__cause__))
