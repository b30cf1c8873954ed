class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        found = sorted(self.items(), key=_counter_order, reverse=True)
        if n is None:
            return found
        if n >= len(found):
            return found
        return found[:n] if n > 0 else []

    def elements(self):
        for key, count in self.items():
            for _ in range(count):
                yield key

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if _counter_mapping(iterable):
                if self:
                    get = self.get
                    for key, count in iterable.items():
                        self[key] = count + get(key, 0)
                else:
                    dict.update(self, iterable)
            else:
                _counter_count(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            get = self.get
            if _counter_mapping(iterable):
                for key, count in iterable.items():
                    self[key] = get(key, 0) - count
            else:
                for key in iterable:
                    self[key] = get(key, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, key):
        if key in self:
            dict.__delitem__(self, key)

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f'{self.__class__.__name__}({shown!r})'

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _counter_all(self, other, 0)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _counter_all(self, other, 1)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _counter_all(other, self, 1)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _counter_fill(Counter(), self, other, 0)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _counter_fill(Counter(), self, other, 1)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _counter_fill(Counter(), self, other, 2)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _counter_fill(Counter(), self, other, 3)

    def __pos__(self):
        return _counter_fill(Counter(), self, {}, 0)

    def __neg__(self):
        return _counter_fill(Counter(), {}, self, 1)

    def __iadd__(self, other):
        for key, count in other.items():
            self[key] += count
        return _counter_keep(self)

    def __isub__(self, other):
        for key, count in other.items():
            self[key] -= count
        return _counter_keep(self)

    def __ior__(self, other):
        for key, count in other.items():
            if count > self[key]:
                self[key] = count
        return _counter_keep(self)

    def __iand__(self, other):
        for key, count in self.items():
            if other[key] < count:
                self[key] = other[key]
        return _counter_keep(self)
