def _odict_pop(self, /, key=..., default=...):
    if key is ...:
        raise TypeError("pop() missing required argument 'key' (pos 1)")
    if default is ...:
        return dict.pop(self, key)
    return dict.pop(self, key, default)


def _odict_move(self, /, key=..., last=True):
    if key is ...:
        raise TypeError("move_to_end() missing required argument 'key' (pos 1)")
    value = dict.pop(self, key)
    dict.__setitem__(self, key, value)
    if not last:
        _dict_turn(self)


def _odict_update(self, /, *args, **kwargs):
    if args:
        if len(args) > 1:
            raise TypeError(f'expected at most 1 arguments, got {len(args)}')
        _odict_take(self, args[0])
    if kwargs:
        _odict_take(self, kwargs)


def _odict_take(self, source):
    if _is_plain_dict(source) and _type_find(type(self), '__setitem__') is dict.__setitem__:
        dict.update(self, source)
    elif hasattr(source, 'keys'):
        for key in source.keys():
            self[key] = source[key]
    else:
        for item in source:
            key, value = iter(item)
            self[key] = value


def _counter_order(item):
    return item[1]


def _counter_mapping(source):
    return _is_instance(source, dict) or _has_abstract_base(type(source), 'Mapping', 'MutableMapping')


def _counter_count(self, iterable):
    cls = type(self)
    if _type_find(cls, '__setitem__') is dict.__setitem__ and _type_find(cls, 'get') is dict.get:
        table = _target(self)
        for key in iterable:
            table[key] = table.get(key, 0) + 1
    else:
        for key in iterable:
            self[key] = self.get(key, 0) + 1


def _counter_all(left, right, order):
    for table in left, right:
        for key in table:
            a = left[key]
            b = right[key]
            if not (a <= b if order else a == b):
                return False
    return True


def _counter_fill(made, left, right, how):
    for key, count in left.items():
        other = right.get(key, 0)
        if how == 0:
            count = count + other
        elif how == 1:
            count = count - other
        elif how == 2:
            if count < other:
                count = other
        elif not count < other:
            count = other
        if count > 0:
            made[key] = count
    if how != 3:
        for key, count in right.items():
            if key not in left:
                if how == 1:
                    count = 0 - count
                if count > 0:
                    made[key] = count
    return made


def _counter_keep(self):
    for key in [key for key, count in self.items() if not count > 0]:
        del self[key]
    return self


def _tuplegetter_repr(self):
    return '_tuplegetter(%d, %r)' % self.__reduce__()[1]


def _lib_namedtuple(typename, field_names, rename, defaults, module):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    fields = [str(name) for name in field_names]
    typename = str(typename)
    keywords = ('False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def',
                'del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is',
                'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield')
    if rename:
        for i, name in enumerate(fields):
            if not name.isidentifier() or name in keywords or name[0] == '_' or name in fields[:i]:
                fields[i] = f'_{i}'
    for name in [typename, *fields]:
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if name in keywords:
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    for i, name in enumerate(fields):
        if name[0] == '_' and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in fields[:i]:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
    given = ()
    if defaults is not None:
        given = tuple(defaults)
        if len(given) > len(fields):
            raise TypeError('Got more default values than field names')
    fields = tuple([_intern(name) for name in fields])
    if module is None:
        module = _caller()[0].get('__name__', '__main__')
    getter = _library('_collections', '_tuplegetter')
    namespace = {
        '__doc__': f"{typename}({', '.join(fields)})", '__slots__': (), '__module__': module, '_fields': fields,
        '_field_defaults': dict(zip(fields[len(fields) - len(given):], given)), '__match_args__': fields,
        '__new__': _named_new(_intern(typename), fields, given), '_make': classmethod(_named_make),
        '_replace': _named_replace, '_asdict': _named_asdict, '__repr__': _named_repr,
        '__getnewargs__': _named_newargs}
    for i, name in enumerate(fields):
        namespace[name] = getter(i, f'Alias for field number {i}')
    return type(typename, (tuple,), namespace)


def _named_bind(about, cls, /, *args, **kwargs):
    # The values of the fields when they are not all given by position.
    name, fields, defaults = about
    n = len(fields)
    least = n - len(defaults)
    if len(args) > n:
        takes = f'from {least + 1} to {n + 1}' if defaults else str(n + 1)
        plural = '' if n == 0 else 's'
        raise TypeError(f'{name}.__new__() takes {takes} positional argument{plural} but {len(args) + 1} were given')
    values = list(args)
    missing = []
    for i in range(len(args), n):
        field = fields[i]
        if field in kwargs:
            values.append(kwargs.pop(field))
        elif i >= least:
            values.append(defaults[i - least])
        else:
            missing.append(repr(field))
    for field in kwargs:
        if field in fields:
            raise TypeError(f'{name}.__new__() got multiple values for argument {field!r}')
        raise TypeError(f'{name}.__new__() got an unexpected keyword argument {field!r}')
    if missing:
        k = len(missing)
        last = missing.pop()
        if k > 2:
            last = ', '.join(missing) + ', and ' + last
        elif k == 2:
            last = missing[0] + ' and ' + last
        raise TypeError(f"{name}.__new__() missing {k} required positional argument{'s' if k > 1 else ''}: {last}")
    return tuple.__new__(cls, values)


def _named_make(cls, iterable, /):
    made = tuple.__new__(cls, iterable)
    n = len(cls._fields)
    if _plain_len(made) != n:
        raise TypeError(f'Expected {n} arguments, got {len(made)}')
    return made


def _named_replace(self, /, *args, **kwds):
    if args:
        raise TypeError(f'{type(self).__name__}._replace() takes 1 positional argument but {len(args) + 1} were given')
    values = []
    for i, name in enumerate(self._fields):
        values.append(kwds.pop(name) if name in kwds else tuple.__getitem__(self, i))
    if kwds:
        raise ValueError(f'Got unexpected field names: {list(kwds)!r}')
    return self._make(values)


def _named_asdict(self):
    return dict(zip(self._fields, self))


def _named_repr(self):
    parts = []
    for name, value in zip(self._fields, self):
        parts.append(f'{name}={value!r}')
    return f"{type(self).__name__}({', '.join(parts)})"


def _named_newargs(self):
    return tuple(self)


def _user_data(value, kind):
    return value.data if isinstance(value, kind) else value


def _user_text(value, kind):
    if isinstance(value, str):
        return value
    if isinstance(value, kind):
        return value.data[:]
    return str(value)


def _deque_of(self, iterable):
    _deque_extend(self, iterable)
    return self


def _deque_extend(self, iterable):
    if iterable is self:
        iterable = _deque_items(self)
    append = _library('_collections', 'deque').append
    for value in iterable:
        append(self, value)


def _deque_extendleft(self, iterable):
    if iterable is self:
        iterable = _deque_items(self)
    append = _library('_collections', 'deque').appendleft
    for value in iterable:
        append(self, value)


def _deque_get(self, index):
    return _library('_collections', 'deque').__getitem__(self, _to_index(index))


def _deque_set(self, index, value):
    _library('_collections', 'deque').__setitem__(self, _to_index(index), value)


def _deque_delete(self, index):
    _library('_collections', 'deque').__delitem__(self, _to_index(index))


def _deque_insert(self, index, value):
    _library('_collections', 'deque').insert(self, _to_index(index), value)


def _deque_rotate(self, n):
    _library('_collections', 'deque').rotate(self, _to_index(n))


def _is_deque(value):
    return _is_instance(value, _library('_collections', 'deque'))


def _deque_copy(self):
    made = type(self)
    if self.maxlen is None:
        return made(self)
    return made(self, self.maxlen)


def _deque_like(self):
    # An empty one with the same limit.
    return type(self)() if self.maxlen is None else type(self)((), self.maxlen)


def _deque_add(self, other):
    if not _is_deque(other):
        raise TypeError(f'can only concatenate deque (not "{_type_name(other)}") to deque')
    made = _deque_copy(self)
    _deque_extend(made, _deque_items(other))
    return made


def _deque_iadd(self, other):
    _library('_collections', 'deque').extend(self, other)
    return self


def _deque_times(n):
    if _plain_int(n) is None and not _has(n, '__index__'):
        raise TypeError(f"can't multiply sequence by non-int of type '{_type_name(n)}'")
    return _to_index(n)


def _deque_mul(self, n):
    n = _deque_times(n)
    made = _deque_like(self)
    most = self.maxlen
    items = _deque_items(self)
    if most is not None and items and n * len(items) > most:
        n = most // len(items) + 1
    _deque_extend(made, items * n)
    return made


def _deque_imul(self, n):
    n = _deque_times(n)
    items = _deque_items(self)
    most = self.maxlen
    if n <= 0:
        _library('_collections', 'deque').clear(self)
    elif n > 1:
        if most is not None and items and n * len(items) > most:
            n = most // len(items) + 1
        _deque_extend(self, items * (n - 1))
    return self


def _deque_eq(self, other):
    return _deque_items(self) == _deque_items(other) if _is_deque(other) else NotImplemented


def _deque_ne(self, other):
    return _deque_items(self) != _deque_items(other) if _is_deque(other) else NotImplemented


def _deque_lt(self, other):
    return _deque_items(self) < _deque_items(other) if _is_deque(other) else NotImplemented


def _deque_le(self, other):
    return _deque_items(self) <= _deque_items(other) if _is_deque(other) else NotImplemented


def _deque_gt(self, other):
    return _deque_items(self) > _deque_items(other) if _is_deque(other) else NotImplemented


def _deque_ge(self, other):
    return _deque_items(self) >= _deque_items(other) if _is_deque(other) else NotImplemented


def _deque_find(self, value, start, stop):
    # The iterator notices changes by comparisons.
    i = 0
    for found in _library('_collections', 'deque').__iter__(self):
        if i >= stop:
            break
        if i >= start and (found is value or found == value):
            return i
        i += 1
    return -1


def _deque_contains(self, value):
    return _deque_find(self, value, 0, len(self)) >= 0


def _deque_count(self, value):
    n = 0
    for found in _library('_collections', 'deque').__iter__(self):
        if found is value or found == value:
            n += 1
    return n


def _deque_index(self, value, start=0, stop=9223372036854775807, /):
    n = len(self)
    i = _deque_find(self, value, _limit(start, n), _limit(stop, n))
    if i < 0:
        raise ValueError(f'{value!r} is not in deque')
    return i


def _deque_remove(self, value):
    i = 0
    n = len(self)
    while i < n:
        found = self[i]
        if found is value or found == value:
            break
        if n != len(self):
            break
        i += 1
    else:
        i = -1
    if n != len(self):
        raise IndexError('deque mutated during iteration')
    if i < 0:
        raise ValueError(f'{value!r} is not in deque')
    _library('_collections', 'deque').__delitem__(self, i)


def _deque_reduce(self):
    state = getattr(self, '__dict__', None) or None
    args = () if self.maxlen is None else ((), self.maxlen)
    return type(self), args, state, iter(self)


def _deque_repr(self):
    if not _repr_enter(self):
        return '[...]'
    try:
        text = repr(list(self))
    finally:
        _repr_leave()
    if self.maxlen is None:
        return f'{type(self).__name__}({text})'
    return f'{type(self).__name__}({text}, maxlen={self.maxlen})'
