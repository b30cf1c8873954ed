class A:
    a = 1

    def m(self):
        pass


class B(A):
    b = 2

    def __init__(self):
        self.own = 3


def public(names):
    return [n for n in names if not n.startswith("_")]


print(public(dir(B())), public(dir(B)), public(dir(A)))
print(vars(B()), public(vars(A)), sorted(public(B.__dict__)))


class D:
    def __dir__(self):
        return ["z", "a", "m"]


print(dir(D()))


class BadDir:
    def __dir__(self):
        return 5


try:
    dir(BadDir())
except TypeError as e:
    print(e)
for o in (5, [], None):
    try:
        vars(o)
    except TypeError as e:
        print(e)
x = 1


def f(a):
    b = 2
    return dir(), sorted(vars())


print(f(0))
print("x" in dir(), "append" in dir([]), "__add__" in dir(5), dir.__name__)
for attr in ("upper", "__len__", "nope"):
    print(hasattr("s", attr), attr in dir("s"), attr in dir(str))
b = B()
b.zeta, b.alpha = 1, 2
print(public(dir(b)), list(vars(b)))
print(getattr(b, "own"), getattr(b, "none", "dflt"), getattr(A, "a"))
setattr(b, "not an identifier", 1)
print(getattr(b, "not an identifier"), "not an identifier" in dir(b))
for bad in (lambda: getattr(b, 5), lambda: setattr(b, 5, 1), lambda: hasattr(b, None)):
    try:
        bad()
    except TypeError as e:
        print(e)
