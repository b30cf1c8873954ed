# __names are mangled in class bodies
class A:
    __secret = "a secret"
    __dunder__ = "not mangled"
    _single = "one"
    ___three = "three"

    def __init__(self):
        self.__x = 1

    def get(self):
        return self.__x, self.__secret, A.__secret

    def __method(self):
        return "private method"

    def call(self):
        return self.__method()

    def local(self):
        __v = 5
        return locals()

    def params(self, __p, *, __k=2):
        return __p, __k

    def inner(self):
        class B:
            __y = 1
        return sorted(k for k in B.__dict__ if "y" in k)

    def missing(self):
        return __global_name


class B(A):
    def __init__(self):
        super().__init__()
        self.__x = "b's own"

    def both(self):
        return self.__x, self._A__x


a, b = A(), B()
print(a.get(), a.call(), a._A__x, A._A__secret, a.__dunder__, a._A___three)
print(b.both(), b.__dict__)
try:
    a.__x
except AttributeError as e:
    print(e)
print(list(k for k in a.local() if k != "self"), a.params(1, _A__k=3), a.inner())
try:
    a.missing()
except NameError as e:
    print(e)
_A__global_name = "found mangled"
print(a.missing())


class _Under:
    __z = "z"


class __:
    __w = "w"


print(_Under._Under__z, __._____w if hasattr(__, "_____w") else [k for k in __.__dict__ if "w" in k and k != "__weakref__"])
print(getattr(a, "_A__x"), hasattr(a, "__x"))


class Imp:
    import sys as __sys
    print("_Imp__sys" in locals())

    def f(self):
        global __g
        __g = 7


Imp().f()
print(_Imp__g)
