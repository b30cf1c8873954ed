def show(e):
    return f"{type(e).__name__}({e.message!r}, {[show(x) for x in e.exceptions]})" if isinstance(e, BaseExceptionGroup) else repr(e)


# new exceptions from handlers are collected with what was not handled
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2), OSError(3)])
    except* ValueError as e:
        raise TypeError("new")
    except* KeyError as e:
        raise
except ExceptionGroup as e:
    print(show(e), "context", show(e.exceptions[0].__context__) if e.exceptions[0].__context__ else None)
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:
        raise KeyError("only new")
except Exception as e:
    print(show(e), show(e.__context__))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError:
        raise
    except* KeyError:
        pass
except ExceptionGroup as e:
    print("reraised", show(e))
try:
    try:
        raise ValueError("plain")
    except* ValueError:
        raise
except Exception as e:
    print("plain reraised", show(e))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError as e:
        raise OSError("from") from e
except Exception as e:
    print(show(e))
    print([show(x.__cause__) if x.__cause__ else None for x in e.exceptions])
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:
        pass
    else:
        print("never")
    finally:
        raise IndexError("in finally")
except IndexError as e:
    print(repr(e), e.__context__)
try:
    try:
        raise ExceptionGroup("g", [ExceptionGroup("h", [ValueError(1), KeyError(2)]), TypeError(3)])
    except* TypeError:
        pass
    except* KeyError as e:
        print("took", show(e))
except ExceptionGroup as e:
    print("left", show(e))
