class A:
    def f(self, x=1):
        return ("A.f", x)

    def gen(self):
        yield from (1, 2)


class B(A):
    def f(self, x=1):
        def inner():
            return super(B, self).f(x)
        return inner()

    def closure(self):
        def inner(me):
            return super().f(9)
        return inner(self)

    def lam(self):
        return (lambda s: super().f(7))(self)

    def comp(self):
        return [super(B, self).f(i) for i in range(2)]

    def gen(self):
        for x in super().gen():
            yield x * 10

    def nested_class(self):
        outer = self

        class C(A):
            def f(self):
                return super().f(2), super(B, outer).f(3)
        return C().f()

    def rebound(self):
        old = self
        self = B()
        return super().f() == old.f()

    def get_class(self):
        return __class__.__name__


b = B()
print(b.f(), b.closure(), b.lam(), b.comp(), list(b.gen()), b.nested_class(), b.rebound(), b.get_class())


class D(A):
    def bad_comp(self):
        return [super().f(i) for i in range(2)]

    def bad_gen(self):
        return list(super().f(i) for i in range(2))

    def no_arg():
        return super().f()

    def deleted(self):
        del self
        return super().f()

    @staticmethod
    def static(x):
        return super().f()


d = D()
for f in (d.bad_comp, d.bad_gen, D.no_arg, d.deleted, lambda: D.static(5)):
    try:
        print(f())
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__, e)


def outside():
    super()


try:
    outside()
except RuntimeError as e:
    print(e)
