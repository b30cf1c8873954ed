class A:
    class B:
        class C:
            def m(self):
                pass


def f():
    class Local:
        pass
    return Local


for cls in (A, A.B, A.B.C, f()):
    print(cls, cls.__name__, cls.__qualname__, cls.__module__)
print(repr(A.B()).split(" object")[0], A.B.C.m.__qualname__, str(A) == repr(A))
A.__qualname__ = "Other.Name"
print(A, A.__name__)
A.__module__ = "elsewhere"
print(A, repr(A()).split(" object")[0])
A.__doc__ = "docs"
print(A.__doc__)
for bad in ("A.__qualname__ = 5", "A.__bases__ = ()", "A.__bases__ = 5", "A.__mro__ = ()", "A.__dict__ = {}", "del A.__name__", "del A.__module__", "A.__class__ = 5"):
    try:
        exec(bad)
        print(bad, "fine")
    except (TypeError, AttributeError) as e:
        print(bad, "|", type(e).__name__)
print(int, str.__name__, type.__qualname__, object.__module__, ValueError, type(print), type(A.__dict__))
print([c.__name__ for c in type.__mro__], type.__class__ is type, object.__class__ is type, A.__class__)
print(type.__call__(int, "7"), type.mro(bool), bool.__mro__)


class WithMeta(type):
    def mro(cls):
        return [cls, object]


class K(metaclass=WithMeta):
    pass


class L(K):
    pass


print([c.__name__ for c in L.__mro__])
