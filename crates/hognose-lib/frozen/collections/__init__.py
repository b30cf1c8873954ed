from _collections import deque

# What takes room is made when it is first asked for: each part adds to this namespace.
__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque',
           'namedtuple']


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    return _lib_namedtuple(typename, field_names, rename, defaults, module)


def __getattr__(name):
    if name in __all__:
        namespace = __getattr__.__globals__
        _run_code(_find_library_module('collections._' + name.lower())[1], namespace, namespace, None)
        return namespace[name]
    if name == 'abc':
        import collections.abc
        return collections.abc
    raise AttributeError(f"module 'collections' has no attribute '{name}'")


def __dir__():
    return sorted({*__getattr__.__globals__, *__all__, 'abc'})
