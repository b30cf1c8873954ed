def names(cls):
    return [c.__name__ for c in cls.__mro__]


class A:
    def who(self):
        return "A"


class B(A):
    def who(self):
        return "B>" + A.who(self)


class C(A):
    def who(self):
        return "C>" + A.who(self)


class D(B, C):
    pass


class E(C, B):
    pass


class F(D):
    def who(self):
        return "F>" + super().who()


print(names(D), names(E), names(F))
print(D().who(), E().who(), F().who(), D.who is B.who)
try:
    class X(D, E):
        pass
except TypeError as e:
    print(str(e).split("\n")[0])
try:
    class Y(A, B):
        pass
except TypeError as e:
    print(str(e).split("\n")[0])


class O: pass
class P(O): pass
class Q(O): pass
class R(O): pass
class S(P, Q): pass
class T(R, P): pass
class U(R, S): pass
class V(Q): pass
class W(P, V, Q): pass


print(names(S), names(T), names(U), names(W))
print(D.mro() == list(D.__mro__), D.__mro__[-1] is object)


class L:
    attr = "L"


class M:
    attr = "M"
    only_m = "M only"


class N(L, M):
    pass


print(N.attr, N.only_m, N().attr)
M.attr2 = "added"
print(N.attr2)
L.attr2 = "closer"
print(N.attr2)
del L.attr
print(N.attr)
N.__bases__ = (M,)
print(names(N), hasattr(N, "attr2"), N.attr2)
