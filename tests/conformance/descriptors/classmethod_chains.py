"""classmethod() around descriptors, properties of classes and of derived property types."""


class Adder:
    def __init__(self, base):
        self.base = base

    def add(self, cls):
        return self.base, cls.__name__


class Trace:
    def __init__(self, function):
        self.function = function

    def __get__(self, obj, owner):
        return f'got {obj.__name__} {owner.__name__}'


class C:
    bound = classmethod(Adder(5).add)
    cls_of_cls = classmethod(classmethod(lambda cls: cls.__name__))
    static = classmethod(staticmethod(lambda: 'static'))
    traced = classmethod(Trace(len))
    called = classmethod(print)

    @classmethod
    @property
    def prop(cls):
        """Doc."""
        return 'prop of ' + cls.__name__

    @classmethod
    @property
    def __doc__(cls):
        return 'doc of ' + cls.__name__


class D(C):
    pass


for owner in (C, C(), D, D()):
    print(owner.bound(), owner.cls_of_cls(), owner.static(), owner.traced, owner.prop)
C.called(1, 2)
print(C.__doc__, C().__doc__, D.__doc__)
print(hasattr(type(C().bound), '__get__'))


class Described:
    def __get__(self, obj, owner):
        return f'{obj is None} {owner.__name__}'


class E:
    __doc__ = Described()


print(E.__doc__, E().__doc__)


class Special(property):
    """The class of the property."""


class Plain(property):
    pass


class Slotted(property):
    __slots__ = ()


def documented(self):
    """From the getter."""
    return 1


class F:
    one = Special(documented)
    two = Special(documented, doc='given')
    three = Special(lambda self: 3)
    four = one.setter(lambda self, value: None)
    five = Plain(documented)


print(F.one.__doc__, F.two.__doc__, F.three.__doc__, F.four.__doc__, F.five.__doc__, sep='\n')
try:
    Slotted(documented)
except AttributeError as error:
    print('AttributeError', error)


class Getter:
    __doc__ = 'doc of the callable'

    def __call__(self, obj):
        return 4


print(property(Getter()).__doc__, property(len, doc='mine').__doc__)


class Flag:
    def __init__(self, value):
        self.__isabstractmethod__ = value

    def __call__(self, *args):
        pass


class Refuses:
    def __bool__(self):
        raise ValueError('no truth')


print(property(Flag(True)).__isabstractmethod__, property(Flag(0)).__isabstractmethod__)
print(property(None, Flag([1])).__isabstractmethod__, property(len, None, Flag('')).__isabstractmethod__)
print(staticmethod(Flag(1)).__isabstractmethod__, classmethod(Flag(())).__isabstractmethod__, classmethod(len).__isabstractmethod__)
for wrapper in (property, staticmethod, classmethod):
    try:
        wrapper(Flag(Refuses())).__isabstractmethod__
    except ValueError as error:
        print(wrapper.__name__, error)
print(hasattr(property(Flag(1)), '__isabstractmethod__'), getattr(property(Flag(1)), '__isabstractmethod__', None))
print(staticmethod(Getter()).__doc__, classmethod(Getter()).__doc__, staticmethod(len).__name__, classmethod(int).__name__)
print(hasattr(staticmethod(Getter()), '__name__'), hasattr(classmethod(5), '__qualname__'), staticmethod(int).__module__)
