def g(name):
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print(name, "closing")
        raise
    finally:
        print(name, "finally")


a = g("a")
next(a)
print(a.close())
print(next(a, "closed"), a.close())
b = g("b")
print(b.close(), next(b, "never started"))
c = g("c")
list(c)
print(c.close())


def ignores():
    for _ in range(2):
        try:
            yield
        except GeneratorExit:
            pass


i = ignores()
next(i)
try:
    i.close()
except RuntimeError as e:
    print(e)


def swallow():
    try:
        yield
    except GeneratorExit:
        return "value"


s = swallow()
next(s)
print(s.close())


def raises():
    try:
        yield
    finally:
        raise KeyError("while closing")


r = raises()
next(r)
try:
    r.close()
except KeyError as e:
    print(repr(e), repr(e.__context__))


def stop():
    try:
        yield
    except GeneratorExit:
        raise StopIteration


s = stop()
next(s)
try:
    print(s.close())
except RuntimeError as e:
    print(e)


def cleanup():
    try:
        yield 1
    finally:
        print("cleanup yields nothing")


c = cleanup()
for x in c:
    break
c.close()


def in_throw():
    try:
        yield
    except GeneratorExit as e:
        print("thrown", repr(e))
        yield "kept alive"


t = in_throw()
next(t)
print(t.throw(GeneratorExit))
print(next(i, "ended"))
