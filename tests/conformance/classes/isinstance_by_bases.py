"""isinstance() and issubclass() of objects that are no types: by `__bases__` and `__class__`."""


class Abstract:
    def __init__(self, *bases):
        self.bases = bases

    @property
    def __bases__(self):
        return self.bases

    def __call__(self):
        return Instance(self)


class Instance:
    def __init__(self, cls):
        self.cls = cls

    @property
    def __class__(self):
        return self.cls


base = Abstract()
child = Abstract(base)
other = Abstract(base)
grandchild = Abstract(Abstract(), child)
print(issubclass(child, base), issubclass(base, child), issubclass(grandchild, base), issubclass(child, (other, base)))
print(isinstance(child(), base), isinstance(base(), child), isinstance(grandchild(), child), isinstance(5, base))
print(isinstance(child(), (int, other)), isinstance(child(), (int, (other, child))))


class Proxy:
    def __init__(self, target):
        self.target = target

    def __getattribute__(self, name):
        if name == '__class__':
            return type(object.__getattribute__(self, 'target'))
        return object.__getattribute__(self, name)


print(isinstance(Proxy(5), int), isinstance(Proxy(5), Proxy), isinstance(Proxy(5), str), type.__instancecheck__(int, Proxy(5)))


class Refusing:
    @property
    def __class__(self):
        raise AttributeError('no class')


print(isinstance(Refusing(), int), isinstance(Refusing(), Refusing), isinstance(Refusing(), base))


class Failing:
    @property
    def __class__(self):
        raise ValueError('class')

    @property
    def __bases__(self):
        raise KeyError('bases')


def failure(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


print(failure(isinstance, Failing(), int))
print(failure(isinstance, 5, Failing()))
print(failure(issubclass, Failing(), int))
print(failure(issubclass, int, Failing()))


class NoTuple:
    __slots__ = ()
    __bases__ = 5


print(failure(isinstance, 5, NoTuple()))
print(failure(issubclass, NoTuple(), int))
print(failure(issubclass, int, NoTuple()))
print(failure(issubclass, base, int), failure(issubclass, int, base))


class Never(type):
    def __instancecheck__(cls, obj):
        return []

    def __subclasscheck__(cls, sub):
        return [1]


class Odd(metaclass=Never):
    pass


print(isinstance(Proxy(5), Odd), isinstance(Odd(), Odd), issubclass(int, Odd))


class Tuple(tuple):
    pass


print(isinstance(5, Tuple((str, int))), issubclass(bool, Tuple((str, int))))
