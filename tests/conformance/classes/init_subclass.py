registry = []


class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        registry.append((cls.__name__, tag))
        cls.tag = tag


class A(Base, tag="a"):
    pass


class B(A):
    pass


class C(Base, tag="c"):
    tag = "overwritten"


print(registry, A.tag, B.tag, C.tag)
try:
    class D(Base, unknown=1):
        pass
except TypeError as e:
    print(e)
try:
    class E(object, x=1):
        pass
except TypeError as e:
    print(e)


class Mixin:
    def __init_subclass__(cls, **kw):
        print("mixin", cls.__name__, kw)
        super().__init_subclass__(**kw)


class Both(Mixin, Base, tag="both"):
    pass


print(registry[-1], type("Dyn", (Base,), {}, tag="dyn").tag)


class Explicit(Base):
    @classmethod
    def __init_subclass__(cls):
        print("explicit", cls.__name__)


class Sub(Explicit):
    pass


class Generic:
    def __class_getitem__(cls, item):
        return cls.__name__, item


print(Generic[int], Generic[1, "x"])


class SubGeneric(Generic):
    pass


print(SubGeneric["k"])
try:
    Generic()[0]
except TypeError as e:
    print(e)
try:
    A[0]
except TypeError as e:
    print(e)
