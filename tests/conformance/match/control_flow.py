def find(items):
    for i, item in enumerate(items):
        match item:
            case "skip":
                continue
            case "stop":
                break
            case ["return", v]:
                return v
            case int(n) if n < 0:
                raise ValueError(n)
        print("after match", item)
    else:
        return "else"
    return "broke", i


print(find(["a", "skip", "b"]), find([1, "stop", 2]), find([["return", 5]]))
try:
    find([-1])
except ValueError as e:
    print(repr(e))


def nested(x, y):
    match x:
        case 1:
            match y:
                case 1:
                    return "1,1"
                case _:
                    return "1,?"
        case 2:
            match y:
                case 2:
                    return "2,2"
    return "none"


print(nested(1, 1), nested(1, 5), nested(2, 2), nested(2, 3), nested(9, 9))


def gen(items):
    for x in items:
        match x:
            case [a, *rest]:
                yield a
                yield from gen(rest)
            case _:
                yield ("leaf", x)


print(list(gen([[1, [2]], 3])))


def tries(x):
    try:
        match x:
            case {"div": d}:
                return 1 / d
            case _:
                return "other"
    except ZeroDivisionError:
        return "zero"
    finally:
        print("finally", end=" ")


print(tries({"div": 2}), tries({"div": 0}), tries(5))
log = []


def subject():
    log.append("subject")
    return 3


match subject():
    case 1 | 2:
        pass
    case 3:
        log.append("three")
print(log)


class C:
    match 5:
        case 5:
            attr = "set in class body"


print(C.attr)


def closure(v):
    match v:
        case [x, y]:
            return lambda: (x, y)


print(closure([1, 2])())


def glob(v):
    global captured
    match v:
        case [captured, _]:
            pass


glob([7, 8])
print(captured)
async def co(v):
    match v:
        case int():
            return "int in coroutine"
try:
    co(5).send(None)
except StopIteration as e:
    print(e.value)
