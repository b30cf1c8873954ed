def show(e):
    return f"{e.message}{[show(x) for x in e.exceptions]}" if isinstance(e, BaseExceptionGroup) else repr(e)


def tasks(*fs):
    errors, results = [], []
    for f in fs:
        try:
            results.append(f())
        except Exception as e:
            errors.append(e)
    if errors:
        raise ExceptionGroup("tasks failed", errors)
    return results


print(tasks(lambda: 1, lambda: 2))
counts = {}
try:
    tasks(lambda: 1 / 0, lambda: [][1], lambda: {}["k"], lambda: int("x"), lambda: 1 // 0)
except* ArithmeticError as e:
    counts["arithmetic"] = len(e.exceptions)
except* LookupError as e:
    counts["lookup"] = [type(x).__name__ for x in e.exceptions]
except* Exception as e:
    counts["rest"] = show(e)
print(counts)
for i in range(3):
    try:
        tasks(*[lambda: 1 / 0] * i)
    except* ZeroDivisionError as e:
        print(i, len(e.exceptions))
    else:
        print(i, "none")


def inner():
    try:
        raise ExceptionGroup("inner", [ValueError("v"), OSError("o")])
    except* ValueError as e:
        print("inner took", show(e))


try:
    try:
        inner()
    except* KeyError:
        print("never")
except* OSError as e:
    print("outer took", show(e))


def f():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:
        try:
            raise ExceptionGroup("h", [KeyError(2)])
        except* KeyError as k:
            print("nested", show(k), show(k.__context__))
    return "end"


print(f())


def gen():
    try:
        yield 1
    except* ValueError as e:
        yield show(e)


g = gen()
next(g)
print(g.throw(ValueError("into generator")))


def leaves(e):
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            yield from leaves(x)
    else:
        yield e


deep = ValueError(0)
for i in range(20):
    deep = ExceptionGroup(str(i), [deep, TypeError(i)])
match, rest = deep.split(ValueError)
print(len(list(leaves(deep))), list(leaves(match)), len(list(leaves(rest))))
