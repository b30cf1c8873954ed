# super as an ordinary name
def f():
    super = lambda *a: "local super"
    return super()


print(f())


class A:
    def m(self):
        return "A.m"


class B(A):
    def m(self):
        s = super
        return s(B, self).m()

    def arg(self, super):
        return super

    def as_attr(self):
        self.super = 5
        return self.super


b = B()
print(b.m(), b.arg(3), b.as_attr())
real = super


class C(A):
    def m(self):
        return super().m() + " via global"


class Fake:
    def m(self):
        return "fake"


super = Fake
print(C().m())
super = real
print(C().m())
del super
print(C().m())
print(super is real)


class D(A):
    def m(self):
        __class__
        alias = super
        return alias().m()


print(D().m())
