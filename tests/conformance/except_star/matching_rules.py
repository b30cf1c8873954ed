def attempt(types):
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
        except* types as e:
            print("took", e.exceptions, end=" ")
    except BaseException as e:
        print("left", type(e).__name__, getattr(e, "exceptions", e), end="")
    print()


attempt(ValueError)
attempt((ValueError, KeyError))
attempt(Exception)
attempt(BaseException)
attempt(LookupError)
attempt(OSError)
attempt(())
attempt(ExceptionGroup)
attempt((ValueError, ExceptionGroup))
attempt(5)
attempt("x")
attempt(object)


class Own(ValueError):
    pass


try:
    raise ExceptionGroup("g", [Own(1), ValueError(2), Own(3)])
except* Own as e:
    print("own", e.exceptions)
except* ValueError as e:
    print("value", e.exceptions)
log = []


def cls(c):
    log.append(c.__name__)
    return c


try:
    raise ExceptionGroup("g", [ValueError(1)])
except* cls(KeyError):
    pass
except* cls(ValueError):
    pass
except* cls(OSError):
    pass
print(log)
log.clear()
try:
    pass
except* cls(KeyError):
    pass
print(log)
try:
    raise BaseExceptionGroup("b", [KeyboardInterrupt("k"), ValueError(1)])
except* KeyboardInterrupt as e:
    print(type(e).__name__, e.exceptions)
except* ValueError as e:
    print(type(e).__name__, e.exceptions)
try:
    raise SystemExit(3)
except* SystemExit as e:
    print(type(e).__name__, e.exceptions)
except_group = ExceptionGroup("g", [ValueError(1)])
try:
    raise except_group
except ExceptionGroup as e:
    print("plain except takes the whole", e is except_group)
try:
    raise except_group
except* ValueError as e:
    print(e is except_group, e.exceptions[0] is except_group.exceptions[0])
