log = []


def inner():
    try:
        yield 1
    except GeneratorExit:
        log.append("inner exit")
        raise
    finally:
        log.append("inner finally")


def outer():
    try:
        yield from inner()
    finally:
        log.append("outer finally")


g = outer()
next(g)
g.close()
print(log)
log.clear()


class WithClose:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def close(self):
        log.append("close called")


class WithoutClose:
    def __iter__(self):
        return self

    def __next__(self):
        return 1


class BadClose(WithClose):
    def close(self):
        raise KeyError("in close")


def over(it):
    try:
        yield from it
    except GeneratorExit as e:
        log.append("outer sees " + repr(e))
        raise


for it in (WithClose(), WithoutClose(), [1, 2]):
    g = over(it)
    next(g)
    g.close()
    print(log)
    log.clear()
g = over(BadClose())
next(g)
try:
    g.close()
except KeyError as e:
    print(repr(e), log)
log.clear()


def ignores():
    for _ in range(2):
        try:
            yield "still here"
        except GeneratorExit:
            log.append("ignored")


g = over(ignores())
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e, log)
try:
    next(g)
except BaseException as e:
    print(repr(e))
log.clear()
g = over(WithClose())
next(g)
try:
    g.throw(GeneratorExit("by throw"))
except GeneratorExit as e:
    print(repr(e), log)
