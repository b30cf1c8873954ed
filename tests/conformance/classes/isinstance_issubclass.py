class A: pass
class B(A): pass
class C: pass


b = B()
print(isinstance(b, A), isinstance(b, B), isinstance(b, C), isinstance(b, (C, A)), isinstance(b, (C, (int, (A,)))), isinstance(b, ()))
print(issubclass(B, A), issubclass(B, B), issubclass(A, B), issubclass(B, (C, A)), issubclass(B, object), issubclass(bool, int))
print(isinstance(True, int), isinstance(1, bool), isinstance(5, (str, float)), isinstance(A, type), isinstance(type, object), isinstance(None, type(None)))
print(isinstance(5, int | str), isinstance("x", int | None), isinstance(None, int | None), issubclass(int, int | str))
for text in ("isinstance(b, 5)", "isinstance(b, [A])", "issubclass(b, A)", "issubclass(A, 5)", "isinstance(b, (C, 5))", "isinstance(b, (A, 5))", "issubclass(5, int)", "isinstance(b, 'A')", "isinstance(b)"):
    try:
        print(text, eval(text))
    except TypeError as e:
        print(text, "|", e)


class Meta(type):
    def __instancecheck__(cls, obj):
        return hasattr(obj, "quack")

    def __subclasscheck__(cls, sub):
        return "quack" in sub.__dict__


class Duck(metaclass=Meta):
    pass


class Mallard:
    quack = 1


print(isinstance(Mallard(), Duck), isinstance(5, Duck), issubclass(Mallard, Duck), issubclass(int, Duck), isinstance(b, (int, Duck)))


class Fake:
    @property
    def __class__(self):
        return A


f = Fake()
print(isinstance(f, A), isinstance(f, Fake), type(f).__name__, f.__class__.__name__)
b.__class__ = C
print(type(b).__name__, isinstance(b, A), isinstance(b, C))
for bad in (5, int, object):
    try:
        b.__class__ = bad
    except TypeError as e:
        print(e)
