def g():
    yield 1
    return "result"


def drive(gen):
    out = []
    while True:
        try:
            out.append(next(gen))
        except StopIteration as e:
            return out, e.value


print(drive(g()))


def only():
    return 5
    yield


print(drive(only()))


def implicit():
    yield


print(drive(implicit()))


def from_try():
    try:
        yield 1
        return "try"
    finally:
        yield 2


print(drive(from_try()))


def override():
    try:
        return "try"
    finally:
        return "finally"
    yield


print(drive(override()))


def in_loop():
    for i in range(10):
        if i == 2:
            return i
        yield i


print(drive(in_loop()), list(in_loop()))


def tup():
    yield
    return 1, 2


print(drive(tup()))


def exc():
    yield
    return ValueError("as value")


print(drive(exc()))


def stopit():
    yield
    return StopIteration(3)


print(drive(stopit()))
