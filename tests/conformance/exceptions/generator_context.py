# exceptions inside generators
def g():
    try:
        yield 1
    except ValueError as e:
        print("in gen", repr(e), repr(e.__context__))
        yield "handled"
    raise KeyError("end")


it = g()
next(it)
print(it.throw(ValueError("thrown")))
try:
    next(it)
except KeyError as e:
    print(repr(e), repr(e.__context__))
try:
    next(it)
except StopIteration:
    print("exhausted")


def h():
    try:
        raise ValueError("inner")
    except ValueError:
        yield
        raise TypeError("second")


it = h()
next(it)
try:
    try:
        raise OSError("outer")
    except OSError:
        next(it)
except TypeError as e:
    print(repr(e.__context__), repr(e.__context__.__context__))


def stop():
    yield 1
    raise StopIteration("leak")


try:
    list(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))
try:
    [next(iter([])) for _ in range(1)]
except StopIteration as e:
    print("list comprehension", repr(e))
try:
    list(next(iter([])) for _ in range(1))
except RuntimeError as e:
    print("genexpr", e)
