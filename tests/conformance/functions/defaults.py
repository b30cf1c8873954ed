def f(a, b=2, c=3):
    return a, b, c


print(f(1), f(1, 5), f(1, c=9), f(b=0, a=1))


def grow(x, seen=[]):
    seen.append(x)
    return seen


print(grow(1), grow(2), grow(3, []), grow(4))
n = 10


def at_def(x=n, y=n + 1):
    return x, y


n = 99
print(at_def())
print(at_def.__defaults__)
at_def.__defaults__ = ("new", "defaults")
print(at_def())
funcs = [lambda i=i: i for i in range(3)]
print([g() for g in funcs], funcs[0](7))


def chain(a, b=None):
    if b is None:
        b = a
    return b


print(chain(1), chain(1, 2), chain(b=0, a=5))


def order(a=print("first"), b=print("second")):
    pass


print(f.__defaults__, order.__defaults__, (lambda: 0).__defaults__)
