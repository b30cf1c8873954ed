def show(group):
    return type(group).__name__, group.message, [repr(e) if not isinstance(e, BaseExceptionGroup) else show(e) for e in group.exceptions]


try:
    raise ExceptionGroup("g", [ValueError(1), KeyError(2), ValueError(3), OSError(4)])
except* ValueError as e:
    print("values", show(e))
except* (KeyError, IndexError) as e:
    print("lookup", show(e))
except* OSError as e:
    print("os", show(e))
else:
    print("never")
finally:
    print("finally")
try:
    pass
except* ValueError:
    print("never")
else:
    print("else")
finally:
    print("finally")
# what is left goes on
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2), TypeError(3)])
    except* ValueError as e:
        print("took", show(e))
except ExceptionGroup as e:
    print("left", show(e))
# a plain exception is wrapped
try:
    raise ValueError("plain")
except* ValueError as e:
    print(show(e), repr(e))
try:
    try:
        raise KeyError("untouched")
    except* ValueError:
        print("never")
except KeyError as e:
    print(repr(e))
try:
    raise ExceptionGroup("out", [ExceptionGroup("in", [ValueError(1), TypeError(2)]), ValueError(3)])
except* ValueError as e:
    print(show(e))
except* TypeError as e:
    print(show(e))
print("e" in globals())
try:
    raise ExceptionGroup("g", [ValueError(1)])
except* Exception as e:
    print(show(e))
