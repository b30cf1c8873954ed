# The classes come in groups, each made when one of it is first asked for.
from abc import ABCMeta, abstractmethod

__all__ = ['Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator', 'AsyncGenerator', 'Hashable', 'Iterable',
           'Iterator', 'Generator', 'Reversible', 'Sized', 'Container', 'Callable', 'Collection', 'Set', 'MutableSet',
           'Mapping', 'MutableMapping', 'MappingView', 'KeysView', 'ItemsView', 'ValuesView', 'Sequence',
           'MutableSequence', 'ByteString']


def _need(name):
    namespace = _need.__globals__
    if name not in namespace:
        if name in ('Set', 'MutableSet'):
            part = 'set'
        elif name.endswith('Mapping'):
            part = 'mapping'
        elif name.endswith('View'):
            part = 'view'
        elif name.endswith('Sequence') or name == 'ByteString':
            part = 'sequence'
        elif name in ('Awaitable', 'Coroutine', 'Generator') or name[:5] == 'Async':
            part = 'generator'
        else:
            part = 'one'
        _run_code(_find_library_module('collections._abc_' + part)[1], namespace, namespace, None)
    return namespace[name]


def __getattr__(name):
    if name in __all__:
        return _need(name)
    raise AttributeError(f"module 'collections.abc' has no attribute '{name}'")


def __dir__():
    return sorted({*_need.__globals__, *__all__})


def _has_methods(cls, *names):
    for name in names:
        if _type_find(cls, name) is None:
            return NotImplemented
    return True


def _plain_sequence(cls):
    # Those registered with Sequence: it need not be there for what they have.
    return issubclass(cls, (tuple, str, range, memoryview, bytes, bytearray)) or NotImplemented


def _is_values(cls):
    return issubclass(cls, type({}.values()))
