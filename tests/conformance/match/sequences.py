from collections import deque
import array


def f(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return "one", a
        case [1, b]:
            return "one first", b
        case (a, b):
            return "two", a, b
        case [1, *rest]:
            return "1 and rest", rest
        case [*init, 9]:
            return "init and 9", init
        case [a, *mid, c]:
            return "ends", a, mid, c


for x in ([], (), [5], (1, 2), [3, 4], [1, 2, 3], [2, 3, 9], (4, 5, 6, 7), range(3), deque([7, 8]), array.array("i", [1, 5]), "ab", b"ab", bytearray(b"ab"), {1: 2}, {1, 2}, iter([1]), 5, None, (x for x in [1])):
    shown = f(x)
    print(type(x).__name__, shown)


def nested(x):
    match x:
        case [[a, b], [c, [d]]]:
            return a, b, c, d
        case [_, [_, *_], *_]:
            return "shape"
        case a, b:
            return "no brackets", a, b
        case a, *_:
            return "open", a


print(nested([[1, 2], [3, [4]]]), nested([0, [1, 2], 3]), nested((7, 8)), nested([1, 2, 3]))


def star(x):
    match x:
        case [*_]:
            return "any sequence"
        case _:
            return "not a sequence"


print(star([]), star("str"), star(()), star({}))


class Seq:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return i


class ListSub(list):
    pass


print(f(Seq()), f(ListSub([5])))
match 1, 2, 3:
    case x, y, *z:
        print(x, y, z)
match (1,):
    case (a,):
        print("tuple of one", a)
match (1):
    case (a):
        print("just parentheses", a)
match [1, [2, [3, [4, [5]]]]]:
    case [a, [b, [c, [d, [e]]]]]:
        print(a, b, c, d, e)
match [1, 2], [3]:
    case [[*a], [*b]]:
        print(a, b)
