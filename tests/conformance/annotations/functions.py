def f(a: int, b: "str" = "x", *args: list, c: 1 + 1 = 3, **kw: dict) -> None:
    return a, b, args, c, kw


print(f.__annotations__, f(1), f("not checked", c=None))


def plain(a, b):
    pass


print(plain.__annotations__, (lambda x: x).__annotations__)
log = []


def t(x):
    log.append(x)
    return x


def g(a: t("a") = t("default a"), *, b: t("b") = t("default b")) -> t("return"):
    log.append("body")


print(log)
f.__annotations__["a"] = float
f.__annotations__ = {"new": 1}
print(f.__annotations__)
del f.__annotations__
print(f.__annotations__)
try:
    f.__annotations__ = 5
except TypeError as e:
    print(e)
try:
    def bad(a: undefined_name):
        pass
except NameError as e:
    print(e)


class C:
    def m(self, x: int) -> "C":
        return self

    @property
    def p(self) -> str:
        return "p"

    @staticmethod
    def s(a: (1, 2)): pass


print(C.m.__annotations__, C.p.fget.__annotations__, C.s.__annotations__)


def outer():
    x = "local type"

    def inner(a: x, b: [x, x]) -> {x: 1}:
        pass
    return inner.__annotations__


print(outer())


async def co(a: int) -> str: pass


def gen(a: int) -> str:
    yield


print(co.__annotations__, gen.__annotations__)


def union(a: int | None, b: list[int], c: dict[str, tuple[int, ...]] = {}): pass


print(union.__annotations__)
