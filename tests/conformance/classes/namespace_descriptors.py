# What namespaces of classes show besides is in the library, as what programs import is.
class A:
    """doc"""
    x = 1
    def f(self): pass
class B(A): __slots__ = ("q",)
class C: __slots__ = ("q", "__dict__")
class D: __slots__ = ()
class E(Exception): pass
class F(E): pass
class G(int): pass
class H(list): pass
class I(dict): pass
class J(type): pass
class K(set): pass
class L(str): "x"
class M(tuple): __slots__ = ()
class N(C): pass
class O(D): __slots__ = "__weakref__",
class P(A, D): pass
class Q(D, A): pass
class R(metaclass=J): pass
for c in A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R:
    print(c.__name__, list(vars(c)), c.__dict__.get('__dict__'), c.__dict__.get('__weakref__'))
print(vars(A)['__dict__'], sorted(dir(A())) == sorted(dir(A) ), len(dir(A)), len(dir(A())), len(dir(B)), len(dir(D())))
d = A.__dict__['__dict__']
a = A(); a.z = 1
print(d.__get__(a), d.__name__, d.__objclass__, d.__qualname__, type(d), d.__get__(None, A))
d.__set__(a, {"q": 2}); print(a.q, a.__dict__, vars(a))
a.__dict__ = {"w": 3}
print(a.w)
class T:
    __dict__ = {"own": 1}
print(T().__dict__, T.__dict__["__dict__"])
class U:
    @property
    def __dict__(self): return {"p": 1}
print(U().__dict__)
print([n for n in dir(A) if n not in dir(object)])
A.late = 1
print(list(A.__dict__)[-1])
