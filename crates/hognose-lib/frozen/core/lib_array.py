def _array_type():
    return _library('array', 'array')


def _is_array(value):
    return _is_instance(value, _library('array', 'array'))


def _array_number(self, value):
    # The number that an object of a script is.
    return _real(value) if self.typecode in 'fd' else _lib_index(value)


def _array_append(self, value):
    _array_type().append(self, _array_number(self, value))


def _array_insert(self, index, value):
    if not isinstance(value, (int, float, str)):
        value = _array_number(self, value)
    _array_type().insert(self, _lib_index(index), value)


def _array_pop(self, index=-1):
    return _array_type().pop(self, _lib_index(index))


def _array_extend(self, first, rest):
    append = _array_type().append
    if first is not ...:
        append(self, first)
    for value in rest:
        append(self, value)


def _array_of(self, first, rest):
    _array_extend(self, first, rest)
    return self


def _array_key(index):
    return _plain_slice(index) if type(index) is slice else _lib_index(index)


def _array_getitem(self, index):
    return _array_type().__getitem__(self, _array_key(index))


def _array_setitem(self, index, value):
    index = _array_key(index)
    if type(index) is not slice and not isinstance(value, (int, float, str)):
        value = _array_number(self, value)
    _array_type().__setitem__(self, index, value)


def _array_delitem(self, index):
    _array_type().__delitem__(self, _array_key(index))


def _array_fromlist(self, list_, /):
    if not isinstance(list_, list):
        raise TypeError('arg must be list')
    made = _array_type()(self.typecode, list_)
    _array_type().extend(self, made)


def _array_fromunicode(self, text, /):
    if not isinstance(text, str):
        raise TypeError(f'fromunicode() argument must be str, not {_type_name(text)}')
    if self.typecode != 'u':
        raise ValueError('fromunicode() may only be called on unicode type arrays')
    _array_type().extend(self, text)


def _array_tounicode(self):
    if self.typecode != 'u':
        raise ValueError('tounicode() may only be called on unicode type arrays')
    return ''.join(_array_type().tolist(self))


def _array_buffer_info(self):
    return id(self), len(self)


def _array_tofile(self, f, /):
    f.write(_array_type().tobytes(self))


def _array_fromfile(self, f, n, /):
    if n < 0:
        raise ValueError('negative count')
    size = n * self.itemsize
    data = f.read(size)
    if not isinstance(data, bytes):
        raise TypeError("read() didn't return bytes")
    _array_type().frombytes(self, data)
    if len(data) != size:
        raise EOFError("read() didn't return enough bytes")


def _array_repr(self):
    name = type(self).__name__
    code = self.typecode
    items = _array_type().tolist(self)
    if not items:
        return f'{name}({code!r})'
    return f"{name}({code!r}, {''.join(items) if code == 'u' else items!r})"


def _array_reduce(self, protocol=0, /):
    state = getattr(self, '__dict__', None) or None
    items = _array_tounicode(self) if self.typecode == 'u' else _array_type().tolist(self)
    return type(self), (self.typecode, items), state


def _array_count(self, value, /):
    n = 0
    for item in _array_type().__iter__(self):
        if item == value:
            n += 1
    return n


def _array_contains(self, value, /):
    for item in _array_type().__iter__(self):
        if item == value:
            return True
    return False


def _array_find(self, value, start, stop):
    n = len(self)
    start = _limit(start, n)
    stop = _limit(stop, n)
    i = 0
    for item in _array_type().__iter__(self):
        if i >= stop:
            break
        if i >= start and item == value:
            return i
        i += 1
    return -1


def _array_index(self, value, start=0, stop=9223372036854775807, /):
    i = _array_find(self, value, start, stop)
    if i < 0:
        raise ValueError('array.index(x): x not in array')
    return i


def _array_remove(self, value, /):
    i = _array_find(self, value, 0, 9223372036854775807)
    if i < 0:
        raise ValueError('array.remove(x): x not in array')
    _array_type().__delitem__(self, i)


def _array_add(self, other):
    if not _is_array(other):
        raise TypeError(f'can only append array (not "{_type_name(other)}") to array')
    if other.typecode != self.typecode:
        raise TypeError('bad argument type for built-in operation')
    array = _array_type()
    made = array.__copy__(self)
    array.extend(made, other)
    return made


def _array_iadd(self, other):
    if not _is_array(other):
        raise TypeError(f'can only extend array with array (not "{_type_name(other)}")')
    _array_type().extend(self, other)
    return self


def _array_mul(self, n):
    n = _deque_times(n)
    array = _array_type()
    made = array(self.typecode)
    array.frombytes(made, array.tobytes(self) * n)
    return made


def _array_imul(self, n):
    n = _deque_times(n)
    array = _array_type()
    data = array.tobytes(self)
    if n <= 0:
        array.__delitem__(self, slice(None))
    else:
        array.frombytes(self, data * (n - 1))
    return self


def _array_compare(operator, self, other):
    if not _is_array(other):
        return NotImplemented
    n = len(self)
    m = len(other)
    if operator == 2 or operator == 3:
        if n != m:
            return operator == 3
        if self.typecode == other.typecode and self.typecode not in 'fd':
            array = _array_type()
            return (array.tobytes(self) == array.tobytes(other)) == (operator == 2)
    other = _array_type().__iter__(other)
    for a in _array_type().__iter__(self):
        b = next(other, None)
        if b is None:
            break
        if not a == b:
            if operator == 0:
                return a < b
            if operator == 1:
                return a <= b
            if operator == 4:
                return a > b
            if operator == 5:
                return a >= b
            return operator == 3
    if operator == 0:
        return n < m
    if operator == 1:
        return n <= m
    if operator == 4:
        return n > m
    if operator == 5:
        return n >= m
    return operator == 2


def _array_lt(self, other):
    return _array_compare(0, self, other)


def _array_le(self, other):
    return _array_compare(1, self, other)


def _array_eq(self, other):
    return _array_compare(2, self, other)


def _array_ne(self, other):
    return _array_compare(3, self, other)


def _array_gt(self, other):
    return _array_compare(4, self, other)


def _array_ge(self, other):
    return _array_compare(5, self, other)
