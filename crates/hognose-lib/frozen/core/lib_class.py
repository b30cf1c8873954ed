# What namespaces of classes show besides what is in them: builds without the library leave it out.

def _class_whole(cls):
    base = cls.__base__
    slots = _class_space(cls).get('__slots__')
    if isinstance(slots, str):
        slots = (slots,)
    for name in ('__dict__', '__weakref__'):
        if name in _class_space(cls) or slots is not None and name not in slots:
            continue
        for other in base.__mro__:
            if other is not object and name in _class_space(other):
                break
        else:
            if name == '__dict__':
                if not issubclass(base, BaseException):
                    _get_set(name, cls)
            elif not issubclass(base, (int, tuple, bytes, set, frozenset, type)):
                _get_set(name, cls)
    return _class_space(cls)
