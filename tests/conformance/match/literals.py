def f(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case 1.5:
            return "float"
        case 2 + 3j:
            return "complex"
        case -1.5 - 2j:
            return "negative complex"
        case "text":
            return "str"
        case "a" "b":
            return "joined"
        case b"bytes":
            return "bytes"
        case None:
            return "None"
        case True:
            return "True"
        case False:
            return "False"
        case """long
text""":
            return "triple"
        case 0x10 | 1_000:
            return "written otherwise"
    return "nothing"


for x in (0, 1, 2, 3, -1, 1.5, 2 + 3j, -1.5 - 2j, "text", "ab", b"bytes", None, True, False, "long\ntext", 16, 1000, 99, 0.0, [], "", b"text", 1.0, float("nan")):
    print(repr(x), f(x))


def singletons(x):
    match x:
        case True:
            return "is True"
        case 1:
            return "equals 1"
        case None:
            return "is None"
        case _:
            return "other"


print(singletons(True), singletons(1), singletons(1.0), singletons(None), singletons(0))


class Eq:
    def __eq__(self, o):
        print("eq", o, end=" ")
        return o == 2


print(f(Eq()), singletons(Eq()))
match 5:
    case 6:
        print("never")
print("fell through")
