# a class body is no enclosing scope for functions
x = "global"


class A:
    x = "class"
    y = x + "!"

    def method(self):
        return x

    f = lambda self: x
    listed = [x for _ in range(1)]
    first_iterable = [c for c in x]
    gen = list(x for _ in range(1))


a = A()
print(a.method(), a.f(), A.y, A.listed, A.first_iterable, A.gen)


def outer():
    x = "enclosing"

    class B:
        y = x
        x = y + " read"

        def m(self):
            return x
    return B.y, B().m()


try:
    print(outer())
except NameError as e:
    print(type(e).__name__, e)


def enclosing2():
    z = "enclosing"

    class B:
        y = z

        def m(self):
            return z
    z = "changed"
    return B.y, B().m()


print(enclosing2())


class Outer:
    attr = 1

    class Inner:
        try:
            attr
        except NameError as e:
            text = str(e)


print(Outer.Inner.text)


class C:
    x = x
    n = 0
    for n in range(3):
        pass
    del n
    locals()["dyn"] = 5


print(C.x, hasattr(C, "n"), C.dyn)
