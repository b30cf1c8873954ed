"""How objects are taken apart for copies: what `__reduce_ex__` and `__getstate__` of the built-in types give."""

import copyreg

_HEAP_TYPE = 1 << 9


def base_of(cls):
    """The built-in type that a class derives from."""
    while cls.__flags__ & _HEAP_TYPE:
        cls = cls.__base__
    return cls


def reduce(obj, protocol):
    protocol = range(protocol).stop
    cls = type(obj)
    if cls.__reduce__ is not object.__reduce__:
        return obj.__reduce__()
    if protocol < 2:
        return reduce_old(obj, protocol)
    known = _reduce_builtin(obj, cls)
    if known is not None:
        return known
    return _reduce_new(obj, cls)


def reduce_old(obj, protocol):
    known = _reduce_builtin(obj, type(obj))
    if known is not None:
        return known
    return copyreg._reduce_ex(obj, protocol)


def _reduce_builtin(obj, cls):
    """Of types that say themselves how they are made again; None for others."""
    base = base_of(cls)
    if base is set or base is frozenset:
        return cls, (list(obj),), obj.__getstate__()
    if base is bytearray:
        return cls, (bytes(obj),) if len(obj) else (), obj.__getstate__()
    if base is slice or base is range:
        return cls, (obj.start, obj.stop, obj.step)
    if issubclass(base, BaseException):
        args = obj.args
        if issubclass(base, OSError) and len(args) == 2 and obj.filename is not None:
            args += (obj.filename,)
            if obj.filename2 is not None:
                args += (None, obj.filename2)
        state = obj.__dict__
        return (cls, args, state) if state else (cls, args)
    if base is type(reduce):
        return obj.__qualname__
    if base is type(len):
        owner = obj.__self__
        if owner is None or type(owner) is type(copyreg):
            return obj.__qualname__
        return getattr, (owner, obj.__name__)
    if base is _METHOD:
        return getattr, (obj.__self__, obj.__func__.__name__)
    return None


class _Sample:
    def method(self):
        pass


_METHOD = type(_Sample().method)


def _reduce_new(obj, cls):
    args, keywords = _new_arguments(obj)
    required = args is None and not isinstance(obj, (list, dict))
    if keywords:
        make, args = copyreg.__newobj_ex__, (cls, args, keywords)
    else:
        make, args = copyreg.__newobj__, (cls, *(args or ()))
    if type(obj).__getstate__ is object.__getstate__:
        state = state_of(obj, required)
    else:
        state = obj.__getstate__()
    items = iter(obj) if isinstance(obj, list) else None
    pairs = iter(obj.items()) if isinstance(obj, dict) else None
    return make, args, state, items, pairs


def _new_arguments(obj):
    method = getattr(type(obj), '__getnewargs_ex__', None)
    if method is not None:
        both = method(obj)
        if not isinstance(both, tuple):
            raise TypeError(f'__getnewargs_ex__ should return a tuple, not {type(both).__name__!r}')
        if len(both) != 2:
            raise ValueError(f'__getnewargs_ex__ should return a tuple of length 2, not {len(both)}')
        args, keywords = both
        if not isinstance(args, tuple):
            raise TypeError(
                f'first item of the tuple returned by __getnewargs_ex__ must be a tuple, not {type(args).__name__!r}')
        if not isinstance(keywords, dict):
            raise TypeError(
                f'second item of the tuple returned by __getnewargs_ex__ must be a dict, not {type(keywords).__name__!r}')
        return args, keywords
    method = getattr(type(obj), '__getnewargs__', None)
    if method is None:
        return None, None
    args = method(obj)
    if not isinstance(args, tuple):
        raise TypeError(f'__getnewargs__ should return a tuple, not {type(args).__name__!r}')
    return args, None


def state_of(obj, required):
    """`object.__getstate__`; `required`: without it the object could not be made again."""
    cls = type(obj)
    base = base_of(cls)
    if required and base in _SIZED:
        raise TypeError(f'cannot pickle {cls.__name__} objects')
    if required and base not in _PLAIN:
        raise TypeError(f'cannot pickle {cls.__name__!r} object')
    state = getattr(obj, '__dict__', None) or None
    slots = {}
    for name in copyreg._slotnames(cls):
        try:
            slots[name] = getattr(obj, name)
        except AttributeError:
            pass
    if slots:
        return state, slots
    return state


_SIZED = (memoryview, type)
_PLAIN = (object, list, dict, type(None), type(...), type(NotImplemented))
