class M(map):
    def __new__(cls, *a):
        self = super().__new__(cls, *a)
        self.count = 0
        return self

    def __next__(self):
        self.count += 1
        return super().__next__() * 10


m = M(int, "123")
print(list(m), m.count, isinstance(m, map))


class Z(zip):
    extra = "z"


print(list(Z("ab", [1, 2])), Z().extra)


class En(enumerate):
    def __next__(self):
        i, x = super().__next__()
        return f"{i}:{x}"


print(list(En("ab", 5)), next(En("q")))


class Fi(filter):
    pass


print(list(Fi(None, [0, 1, 2])), type(iter(Fi(None, []))).__name__)


class R(reversed):
    pass


print(list(R([1, 2])))


class Prop(property):
    def __get__(self, o, t=None):
        return "wrapped " + super().__get__(o, t) if o is not None else self


class C:
    @Prop
    def p(self):
        return "value"


print(C().p, type(C.p).__name__)


class SM(staticmethod):
    pass


class D:
    s = SM(lambda: "static sub")


print(D.s(), D().s())


class Cx(complex):
    def __repr__(self):
        return f"Cx<{self.real},{self.imag}>"


print(Cx(1, 2), Cx(1, 2) + 1, abs(Cx(3, 4)), Cx("1+2j"))


class Mod(type(__import__("sys"))):
    pass


print(isinstance(Mod("name"), Mod), Mod("name").__name__)


class Ty(type):
    def __add__(cls, o):
        return cls.__name__ + o.__name__


class X(metaclass=Ty):
    pass


class Y(X):
    pass


print(X + Y, Ty("Dyn", (), {"a": 1}).a)
