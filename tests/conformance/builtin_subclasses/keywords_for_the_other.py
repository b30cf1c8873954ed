# A built-in __init__ or __new__ leaves keywords alone that the subclass takes in the other of the two.


def attempt(f):
    try:
        return f()
    except TypeError as error:
        return str(error)


def shown(value):
    inside = sorted(value) if isinstance(value, (set, frozenset)) else value
    return inside, value.newarg


for base in (list, tuple, set, frozenset, dict, int, float, str, complex):
    class WithInit(base):
        def __init__(self, x, newarg=None):
            self.newarg = newarg

    class WithNew(base):
        def __new__(cls, x, newarg=None):
            self = base.__new__(cls, x)
            self.newarg = newarg
            return self

    class Plain(base):
        pass

    arg = {'a': 1} if base is dict else '12' if base in (int, float, str, complex) else (1, 2)
    print(base.__name__)
    for f in (lambda: shown(WithInit(arg, newarg=3)), lambda: shown(WithNew(arg, newarg=3)), lambda: Plain(arg, foo=1),
              lambda: base(foo=1)):
        print(' ', attempt(f))
