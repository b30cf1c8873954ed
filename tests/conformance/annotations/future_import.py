# with the future import annotations are text
from __future__ import annotations


def f(a: int, b: undefined_name, c: "quoted" = 1, *d: x.y[z], **e: 1 + 2) -> list[int] | None:
    pass


for k, v in f.__annotations__.items():
    print(k, repr(v))
x: not_defined.at_all = 5
y: dict[str, tuple[int, ...]]
print(__annotations__)


class C:
    self_ref: C
    n: lambda a, b=1: a if b else [i for i in c] = 2

    def m(self) -> C:
        return self


print(C.__annotations__, C.m.__annotations__)


def g(a: -1, b: not x, c: a < b <= c, d: f(1, *a, k=2, **b), e: {1: 2, **d}, h: {1, 2}, i: x[1:2, ...], j: (1,), k: f"{a!r:>{w}} text", l: b"x", m: a.b.c, n: (a, b), o: "s", p: a and b or c, q: ~a ** -b):
    pass


for k, v in g.__annotations__.items():
    print(k, v)
