log = []


class Rec:
    def __init__(self, name, **attrs):
        self.__dict__.update(attrs)
        self.name = name


class P:
    __match_args__ = ("a", "b")

    @property
    def a(self):
        log.append("a")
        return 1

    @property
    def b(self):
        log.append("b")
        return 2


match P():
    case P(5, 2):
        log.append("never")
    case P(1, 3):
        log.append("never")
    case P(b=2, a=1):
        log.append("third")
print(log)
log.clear()


class D(dict):
    def get(self, k, *d):
        log.append(("get", k))
        return super().get(k, *d)

    def __getitem__(self, k):
        log.append(("item", k))
        return super().__getitem__(k)

    def __contains__(self, k):
        log.append(("contains", k))
        return super().__contains__(k)


match D(x=1, y=2):
    case {"x": 1, "y": y}:
        print(y, log)
log.clear()


class S(list):
    def __len__(self):
        log.append("len")
        return super().__len__()


match S([1, 2]):
    case [1]:
        pass
    case [a, b, c, *_]:
        pass
    case [a, b]:
        print(a, b, log)
log.clear()


class Meta(type):
    def __instancecheck__(cls, o):
        log.append("instancecheck")
        return True


class Any(metaclass=Meta):
    pass


match 5:
    case Any():
        print("matched by hook", log)
log.clear()


class Eq:
    def __eq__(self, o):
        log.append(("eq", o))
        return False


match Eq():
    case 1 | 2 | "x":
        pass
    case 3:
        pass
    case _:
        print(log)


def bound_before_guard(v):
    match v:
        case [a, b] if a > b:
            pass
        case _:
            pass
    return a, b


print(bound_before_guard([1, 2]))
