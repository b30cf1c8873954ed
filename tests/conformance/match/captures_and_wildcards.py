match 5:
    case x:
        print("captured", x)
print(x)
match [1, 2]:
    case [a, _]:
        print(a, "_" in globals())
match "anything":
    case _:
        print("wildcard")


def f(v):
    match v:
        case [x, y] if x == y:
            return "equal", x
        case [x, y] if x > y:
            return "greater", x, y
        case [x, y]:
            return "less", x, y
        case x if not x:
            return "falsy", x
        case other:
            return "other", other


for v in ([1, 1], [2, 1], [1, 2], 0, "", 5, [1], None):
    print(f(v))


def guards(v):
    match v:
        case n if log("first", n) and False:
            return 1
        case n if log("second", n):
            return 2


def log(*a):
    print(*a, end="; ")
    return True


print(guards(7))


def as_pattern(v):
    match v:
        case (1 | 2) as n:
            return "n", n
        case [1 | 2 as a, ("x" | "y") as b] as whole:
            return a, b, whole
        case {"k": [_, *_] as lst}:
            return lst
        case str() as s:
            return s.upper()


print(as_pattern(2), as_pattern([1, "y"]), as_pattern({"k": [5, 6]}), as_pattern("abc"), as_pattern(3))


def partial(v):
    a = "unset"
    match v:
        case [a, 99]:
            pass
        case _:
            pass
    return "bound or not"


print(partial([1, 2]))
