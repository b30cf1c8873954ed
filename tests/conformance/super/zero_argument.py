class A:
    def __init__(self, x):
        self.x = x

    def f(self):
        return "A.f"

    @classmethod
    def make(cls, x):
        return cls(x)

    @staticmethod
    def stat():
        return "A.stat"

    @property
    def prop(self):
        return "A.prop"


class B(A):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y

    def f(self):
        return "B.f>" + super().f()

    @classmethod
    def make(cls, x):
        made = super().make.__func__(A, x)
        return made, super().make

    def stat_through(self):
        return super().stat()

    @property
    def prop(self):
        return "B.prop>" + super().prop

    def __getitem__(self, k):
        return super().__getattribute__(k)

    def nope(self):
        return super().nope


b = B(1, 2)
print(b.x, b.y, b.f(), b.stat_through(), b.prop, b["x"])
made, bound = B.make(5)
print(type(made).__name__, made.x, bound.__self__ is B)
try:
    b.nope()
except AttributeError as e:
    print(e)


class C(B):
    def f(self):
        return "C.f>" + super().f()

    def skip(self):
        return super(B, self).f()


c = C(1, 2)
print(c.f(), c.skip(), c.prop)


class Root:
    def __init__(self):
        super().__init__()
        print("root done", super().__repr__().startswith("<__main__.Root"))

    def __eq__(self, o):
        return super().__eq__(o)

    def __hash__(self):
        return super().__hash__()


r = Root()
print(r == r, r == 5, hash(r) == object.__hash__(r))
