x: int = 5
y: "text"
z: list[int] = [1]
(p): int = 3
print(x, z, p, __annotations__)
try:
    y
except NameError as e:
    print(e)
log = []


def t(v):
    log.append(v)
    return v


a: t("annotation") = t("value")
print(log)
log.clear()


class Box:
    pass


b = Box()
b.attr: t("attr ann") = t("attr value")
d = {}
d["k"]: t("item ann") = t("item value")
print(log, b.attr, d, sorted(__annotations__))
b.bare: t("bare")
print(hasattr(b, "bare"), log)


def f():
    q: t("never evaluated in functions") = 1
    w: undefined_is_fine
    try:
        w
    except UnboundLocalError as e:
        print(e)
    return q, "__annotations__" in locals()


log.clear()
print(f(), log)


class C:
    n: int = 1
    m: str
    _p: float = 0.5
    l: list = []


print(C.__annotations__, C.n, hasattr(C, "m"), C().__annotations__)


class D(C):
    extra: bool = True


class E(C):
    pass


print(D.__annotations__, E.__annotations__, "__annotations__" in E.__dict__)
try:
    u: undefined_name = 1
except NameError as e:
    print(e, "u" in globals())
star: tuple = 1, 2, *[3]
print(star)
if False:
    never: int = 1
print("never" in __annotations__)
for i in range(2):
    loop: int = i
print(__annotations__["loop"])
__annotations__["added"] = 1
print(__annotations__["added"])
