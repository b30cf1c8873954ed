__all__ = ['ABC', 'ABCMeta', 'abstractclassmethod', 'abstractmethod', 'abstractproperty', 'abstractstaticmethod',
           'get_cache_token', 'update_abstractmethods']


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


def __getattr__(name):
    # Old forms, made when they are asked for.
    base = {'abstractclassmethod': classmethod, 'abstractstaticmethod': staticmethod,
            'abstractproperty': property}.get(name)
    if base is None:
        raise AttributeError(f"module 'abc' has no attribute '{name}'")
    made = type(name, (base,), {'__isabstractmethod__': True, '__module__': 'abc'})
    if base is not property:
        def init(self, callable):
            callable.__isabstractmethod__ = True
            base.__init__(self, callable)
        made.__init__ = init
    __getattr__.__globals__[name] = made
    return made


def _abstract_names(cls, namespace):
    names = {name for name, value in namespace.items() if getattr(value, '__isabstractmethod__', False)}
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = type.__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        known = cls.__dict__.get('_abc_registry')
        if known is None:
            cls._abc_registry = [subclass]
        else:
            known.append(subclass)
        _registered[0] += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if cls.__subclasscheck__(subclass):
            return True
        kind = type(instance)
        return kind is not subclass and cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        if _is_subclass(subclass, cls):
            return True
        ok = cls.__subclasshook__(subclass)
        if ok is not NotImplemented:
            return ok
        for known in cls.__dict__.get('_abc_registry', ()):
            if issubclass(subclass, known):
                return True
        for known in cls.__subclasses__():
            if issubclass(subclass, known):
                return True
        return False


class ABC(metaclass=ABCMeta):
    __slots__ = ()


_registered = [0]


def get_cache_token():
    return _registered[0]


def update_abstractmethods(cls):
    if hasattr(cls, '__abstractmethods__'):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__)
    return cls
