class Loud:
    def speak(self):
        return super().speak().upper()


class Twice:
    def speak(self):
        return super().speak() * 2


class Base:
    def __init__(self, word="hi"):
        self.word = word

    def speak(self):
        return self.word


class A(Loud, Twice, Base):
    pass


class B(Twice, Loud, Base):
    def speak(self):
        return "<" + super().speak() + ">"


print(A().speak(), B("yo").speak(), A.__init__ is Base.__init__)


class X:
    def __init__(self, **kw):
        print("X", sorted(kw))
        super().__init__(**kw)


class Left(X):
    def __init__(self, left, **kw):
        print("Left", left)
        super().__init__(**kw)


class Right(X):
    def __init__(self, right, **kw):
        print("Right", right)
        super().__init__(**kw)


class Both(Left, Right):
    def __init__(self, **kw):
        print("Both")
        super().__init__(**kw)


Both(left=1, right=2)
try:
    Both(left=1, right=2, extra=3)
except TypeError as e:
    print(e)


class ListLike(list):
    def total(self):
        return sum(self)


class Named:
    def __init__(self, name, *a):
        self.name = name
        super().__init__(*a)


class NamedList(Named, ListLike):
    pass


n = NamedList("n", [1, 2, 3])
print(n.name, n, n.total(), [c.__name__ for c in NamedList.__mro__])


class P1:
    def __eq__(self, o): return "P1 eq"
    def a(self): return "P1.a"


class P2:
    def __eq__(self, o): return "P2 eq"
    def b(self): return "P2.b"


class P3(P1, P2):
    pass


print(P3() == 1, P3().a(), P3().b())
