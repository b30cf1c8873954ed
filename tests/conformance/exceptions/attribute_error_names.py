"""An AttributeError that leaves `__getattr__` or a getter is told the name and the object."""


class A:
    blech = None

    def __getattr__(self, name):
        raise AttributeError


class B:
    blech = None

    def __getattr__(self, name):
        raise AttributeError('own text', name)


class C:
    @property
    def value(self):
        raise AttributeError('no value')

    def __getattribute__(self, name):
        if name == 'odd':
            raise AttributeError('odd')
        return super().__getattribute__(name)


class D:
    def __getattr__(self, name):
        raise AttributeError('given', name='else', obj=5)


for obj, read in ((A(), lambda x: x.bluch), (B(), lambda x: x.bluch), (C(), lambda x: x.value), (C(), lambda x: x.odd),
                  (D(), lambda x: x.any), (A(), lambda x: x.call()), (A(), lambda x: x.one.two)):
    try:
        read(obj)
    except AttributeError as error:
        print(type(obj).__name__, error.args, error.name, error.obj is obj, error.obj == 5)


class Descriptor:
    def __get__(self, obj, owner=None):
        return lambda name: f'{owner.__name__}.{name}'


class E:
    __getattr__ = Descriptor()


print(E().anything, getattr(E(), 'other'), hasattr(E(), 'x'))
A().bluch
