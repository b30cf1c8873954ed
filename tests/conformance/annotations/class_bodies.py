# annotations drive a small record maker
def record(cls):
    names = list(cls.__annotations__)

    def __init__(self, *values, **named):
        left = list(names)
        for v in values:
            setattr(self, left.pop(0), v)
        for n, v in named.items():
            if n not in left:
                raise TypeError(f"unexpected {n!r}")
            left.remove(n)
            setattr(self, n, v)
        for n in left:
            if not hasattr(cls, n):
                raise TypeError(f"missing {n!r}")

    def __repr__(self):
        return f"{cls.__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in names)})"

    def check(self):
        return [n for n in names if isinstance(cls.__annotations__[n], type) and not isinstance(getattr(self, n), cls.__annotations__[n])]
    cls.__init__, cls.__repr__, cls.check = __init__, __repr__, check
    return cls


@record
class Point:
    x: int
    y: int = 0
    label: str = "-"


print(Point(1), Point(1, 2, "p"), Point(y=5, x=4), Point("bad").check(), Point(1, label=2).check())
for f in (lambda: Point(), lambda: Point(1, z=2), lambda: Point(1, x=2)):
    try:
        f()
    except TypeError as e:
        print(e)


class Meta(type):
    def __prepare__(name, bases):
        return {"__annotations__": {"injected": "by prepare"}}


class M(metaclass=Meta):
    own: int


print(M.__annotations__)


class Order:
    b: 1
    a: 2
    b: 3
    c = 4
    c: 5 = 6
    if True:
        d: 7
    for i in range(2):
        e: i
    del i


print(Order.__annotations__, Order.c)


class Private:
    __hidden: int = 1
    _single: str


print(Private.__annotations__)
try:
    class Broken:
        ok: int
        bad: nope
except NameError as e:
    print(e)
C = type("C", (), {"__annotations__": {"a": int}})
print(C.__annotations__, int.__dict__.get("__annotations__"))
