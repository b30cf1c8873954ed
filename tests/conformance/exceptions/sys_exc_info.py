import sys


def current():
    t, v, tb = sys.exc_info()
    return t and t.__name__, repr(v), tb is not None


print(current())
try:
    1 / 0
except ZeroDivisionError:
    print(current())
    try:
        raise KeyError("k")
    except KeyError:
        print(current())
    print(current())
print(current())
try:
    raise ValueError(1)
except ValueError as e:
    print(sys.exc_info()[1] is e, sys.exc_info()[2] is e.__traceback__)


def inside():
    return current()


try:
    raise TypeError
except TypeError:
    print(inside())


def gen():
    print("gen", current())
    try:
        raise IndexError
    except IndexError:
        yield current()
        print("gen resumed", current())
    yield current()


g = gen()
try:
    raise OSError(1)
except OSError:
    print(next(g))
    print(current())
print(next(g))
print(current())
try:
    pass
finally:
    print("finally", current())
try:
    try:
        raise ValueError("v")
    finally:
        print("finally", current())
except ValueError:
    pass
