@_as_builtin
class OrderedDict(dict):
    def __init__(self, /, *args, **kwargs):
        _odict_update(self, *args, **kwargs)

    update = _odict_update
    __iter__ = dict.__iter__

    def __eq__(self, other):
        result = dict.__eq__(self, other)
        if result is True and isinstance(other, OrderedDict):
            other = iter(other)
            for key in self:
                if key != next(other, _odict_update):
                    return False
        return result

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    def __repr__(self):
        name = type(self).__name__
        if not self:
            return name + '()'
        if not _repr_enter(self):
            return '...'
        try:
            return f'{name}({list(self.items())!r})'
        finally:
            _repr_leave()

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    def __reduce__(self):
        return type(self), (), self.__getstate__(), None, iter(self.items())

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def copy(self):
        return type(self)(self)

    def pop(self, /, *args, **kwargs):
        return _odict_pop(self, *args, **kwargs)

    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        key = next(reversed(self) if last else iter(self))
        return key, dict.pop(self, key)

    def move_to_end(self, /, *args, **kwargs):
        _odict_move(self, *args, **kwargs)


_ordered(OrderedDict)
