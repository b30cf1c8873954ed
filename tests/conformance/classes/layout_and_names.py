"""Assigning `__class__` between classes of one layout; names of classes and slots; metaclasses that are plain classes."""
import sys

Module = type(sys)


class G:
    __slots__ = ['a', 'b']


class H:
    __slots__ = ['a', 'b']

    def total(self):
        return self.a + self.b


class I:
    __slots__ = ['a', 'c']


class J(G):
    __slots__ = []


class K(G):
    pass


g = G()
g.a, g.b = 1, 2
g.__class__ = H
print(type(g).__name__, g.total())
for cls in (I, K, int):
    try:
        g.__class__ = cls
    except TypeError as error:
        print(error)


class L:
    __slots__ = ['b', 'a']


g.__class__ = L
print(type(g).__name__, g.a, g.b)
g.a = 5
g.__class__ = H
print(g.a, g.b, g.total())
del g.b
g.__class__ = L
print(g.a, hasattr(g, 'b'))
g.b = 2
g.__class__ = G
g.__class__ = J
print(type(g).__name__, g.a, g.b)


class Nasty(str):
    pass


class C:
    pass


C.__name__ = Nasty('Named')
C.__qualname__ = Nasty('Qual')
print(C.__name__, C.__qualname__, C)
for bad in (chr(128), '1a', 'a b', ''):
    try:
        type('S', (), {'__slots__': [bad]})
    except TypeError as error:
        print(error)
S = type('S', (), {'__slots__': [Nasty('good'), 'größe']})
s = S()
s.good, s.größe = 1, 2
print(s.good, s.größe)


class NotMeta:
    made = []

    def __new__(mcls, name, bases, namespace):
        mcls.made.append((mcls.__name__, name))
        return object.__new__(mcls)

    def __init__(self, *args):
        pass


class Sub(NotMeta):
    pass


class One(metaclass=NotMeta):
    pass


class Two(metaclass=Sub):
    pass


class Three(One, Two):
    pass


class Four(Two, metaclass=NotMeta):
    pass


print([type(x).__name__ for x in (One, Two, Three, Four)], NotMeta.made)
try:
    class Five(int, metaclass=NotMeta):
        pass
except TypeError as error:
    print(error)


class F:
    def method(self):
        """Doc of it."""


F.method.known = 7
bound = F().method
print(bound.__doc__, bound.__dict__, 'known' in dir(bound), bound.known)
F.method.__dict__ = {'other': 8}
print(bound.__dict__, bound.other, hasattr(bound, 'known'))

module = Module.__new__(Module)
try:
    module.missing
except AttributeError as error:
    print(error)


class Loader:
    def __repr__(self):
        return '<the loader>'


class Spec:
    def __init__(self, **fields):
        self.__dict__.update({'name': 'spec', 'origin': None, 'loader': None, 'has_location': False}, **fields)


module = Module('m')
print(module)
module.__loader__ = Loader()
print(module)
module.__file__ = '/file.py'
print(module)
for fields in ({}, {'origin': 'here'}, {'origin': '/there', 'has_location': True}, {'loader': Loader()}, {'name': None}):
    module.__spec__ = Spec(**fields)
    print(module)


class MySuper(super):
    def own(self):
        return type(self).__name__


class Left:
    __slots__ = ('x', '__y')

    def f(self):
        return 'Left.f'


class Right(Left):
    def f(self):
        return MySuper(Right, self).own(), MySuper(Right, self).f()


print(Right().f(), Left.x.__qualname__, Left._Left__y.__qualname__, complex.real.__qualname__)
for descriptor in (str.lower, Right.f, classmethod(len), property(len), staticmethod(len), Left.x):
    try:
        descriptor.__get__(None, None)
    except TypeError as error:
        print(error)

real = complex.real
print(real.__name__, real.__objclass__, real.__get__(2 + 3j))
for change in (lambda: real.__set__(2j, 1.0), lambda: real.__delete__(2j), lambda: real.__get__('x')):
    try:
        change()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
