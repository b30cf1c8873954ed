# __class__ in methods, and attributes set through super
class A:
    x = "A.x"

    def who(self):
        return __class__

    @classmethod
    def cls_who(cls):
        return __class__, cls

    @staticmethod
    def static_who():
        return __class__


class B(A):
    pass


print(B().who(), B.cls_who(), B.static_who())


class P:
    def __setattr__(self, k, v):
        print("P sets", k)
        object.__setattr__(self, k, v)


class Q(P):
    def __init__(self):
        super().__setattr__("a", 1)
        super().__delattr__("a")

    def read(self):
        return super().__getattribute__("b")


q = Q()
q.b = 5
print(q.read(), q.__dict__)


class R(A):
    x = "R.x"

    def both(self):
        return super().x, self.x

    def assign(self):
        try:
            super().x = 5
        except AttributeError as e:
            return str(e)


print(R().both(), R().assign())


class Meta(type):
    def __new__(m, name, bases, ns):
        cls = super().__new__(m, name, bases, ns)
        cls.made = True
        return cls

    def __call__(cls, *a):
        return super().__call__(*a)


class S(metaclass=Meta):
    def f(self):
        return super().__init__() or __class__.made


print(S().f())


def deco(cls):
    class New(cls):
        def f(self):
            return "new " + super().f()
    return New


@deco
class T:
    def f(self):
        return "T.f " + __class__.__name__


print(T().f(), T.__name__)
