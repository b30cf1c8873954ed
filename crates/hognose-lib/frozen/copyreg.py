"""How objects of classes are made again, for `copy` and the like."""

__all__ = ['pickle', 'constructor']

dispatch_table = {}
_HEAP_TYPE = 1 << 9


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Enters the function that takes objects of a type apart."""
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Is that something that makes objects?"""
    if not callable(object):
        raise TypeError('constructors must be callable')


def pickle_complex(c):
    return complex, (c.real, c.imag)


pickle(complex, pickle_complex, complex)


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(obj, state)
    return obj


def _reduce_ex(self, proto):
    cls = self.__class__
    base = cls
    while base.__flags__ & _HEAP_TYPE:
        base = base.__base__
    if base is object:
        value = None
    elif base is cls:
        raise TypeError(f'cannot pickle {cls.__name__!r} object')
    else:
        value = base(self)
    plain = type(self).__getstate__ is object.__getstate__
    if plain and getattr(self, '__slots__', None):
        raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be pickled'
                        + f' with protocol {proto}' * (proto > 0))
    state = self.__getstate__()
    args = cls, base, value
    return (_reconstructor, args, state) if state else (_reconstructor, args)


def _slotnames(cls):
    """Names of the slots that instances of a class have, as attributes."""
    names = []
    for one in cls.__mro__:
        slots = one.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ('__dict__', '__weakref__'):
                continue
            owner = one.__name__.lstrip('_')
            if owner and name.startswith('__') and not name.endswith('__'):
                name = f'_{owner}{name}'
            names.append(name)
    return names
