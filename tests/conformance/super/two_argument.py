class A:
    def f(self): return "A"
    attr = "A attr"


class B(A):
    def f(self): return "B"
    attr = "B attr"


class C(B):
    def f(self): return "C"
    attr = "C attr"


c = C()
print(super(C, c).f(), super(B, c).f(), super(C, c).attr, super(B, c).attr)
print(super(C, C).f(c), super(B, C).attr)
for text in ("super(A, c).f()", "super(B, A())", "super(5, c)", "super(B, 5)", "super()", "super(C, c).nope", "super(1, 2, 3)"):
    try:
        print(text, eval(text))
    except (TypeError, AttributeError, RuntimeError) as e:
        print(text, "|", type(e).__name__, e)
s = super(C, c)
print(s.__thisclass__.__name__, s.__self__ is c, s.__self_class__.__name__, type(s).__name__, repr(s).startswith("<super: <class 'C'>, <C object>>"), repr(s))
unbound = super(C)
print(repr(unbound), unbound.__self__)
print(unbound.__get__(c).f())


class D(C):
    pass


D.parent = super(D)
d = D()
print(d.parent.f())
try:
    s.x = 1
except AttributeError as e:
    print(e)
c.f = lambda: "instance f"
print(super(C, c).f(), c.f())


class E(B):
    def f(self):
        return super(E, self).f() + super(E, type(self)).f(self) + super(__class__, self).f()


print(E().f())
E2 = E


class E:
    pass


try:
    E2().f()
except TypeError as e:
    print(e)
