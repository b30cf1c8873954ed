# Containers and iteration: what needs Python code. Tables are dicts and sets: `_table_find` gives the entry of a key (0 and
# up), -1 when it is missing, less than -1 when `==` of a script must say whether the key there is the one; that number is
# the state to go on from.


def _hash_key(key):
    hash = _key_hash(key)
    if hash is None:
        hash = _fold_hash(_builtin_hash(key))
    return hash


def _find_key(table, key, hash):
    state = _table_find(table, key, hash, 0)
    while state < -1:
        found = _table_key(table, state)
        if found == key:
            entry = _table_entry(table, state, found)
            if entry >= 0:
                return entry
            # The comparison changed the table: again from the start.
            state = _table_find(table, key, hash, 0)
        else:
            state = _table_find(table, key, hash, state)
    return state


def _builtin_hash(value):
    hash = _hash(value)
    if hash is not None:
        return hash
    plan = _hash_plan(value)
    if plan == 1:
        hash = _ask(value, '__hash__')
        if _plain_int(hash) is None:
            raise TypeError('__hash__ method should return an integer')
        return _fold_int(hash)
    if plan == 2:
        return _join_hashes([_builtin_hash(item) for item in _target(value)], True)
    if plan == 3:
        return _join_hashes([_builtin_hash(item) for item in _target(value)], False)
    if plan == 4:
        n = _range_length(value)
        return _builtin_hash((n, value.start if n else None, value.step if n > 1 else None))
    if plan == 5:
        return _builtin_hash(_target(value))
    return _ask(value, '__hash__')


def _dict_set(table, key, value):
    if not _table_put(table, key, value):
        hash = _hash_key(key)
        entry = _find_key(table, key, hash)
        if entry >= 0:
            _table_set(table, entry, value)
        else:
            _table_insert(table, key, hash, value)


def _set_add(table, key):
    if not _table_put(table, key, None):
        hash = _hash_key(key)
        if _find_key(table, key, hash) < 0:
            _table_insert(table, key, hash, None)


def _build_set(items):
    made = set()
    for item in items:
        _set_add(made, item)
    return made


def _build_dict(items):
    made = {}
    i = 0
    while i < len(items):
        _dict_set(made, items[i], items[i + 1])
        i += 2
    return made


def _dict_item(object, key):
    table = _target(object)
    entry = _find_key(table, key, _hash_key(key))
    if entry >= 0:
        return _table_value(table, entry)
    if table is not object:
        value = _ask(object, '__missing__', key)
        if value is not NotImplemented or _has(object, '__missing__'):
            return value
    raise KeyError(key)


def _dict_delete(table, key):
    entry = _find_key(table, key, _hash_key(key))
    if entry < 0:
        raise KeyError(key)
    _table_remove(table, entry)


def _dict_get(table, key, default=None):
    entry = _find_key(table, key, _hash_key(key))
    return default if entry < 0 else _table_value(table, entry)


def _dict_pop(table, key, *default):
    entry = _find_key(table, key, _hash_key(key))
    if entry >= 0:
        value = _table_value(table, entry)
        _table_remove(table, entry)
        return value
    if default:
        return default[0]
    raise KeyError(key)


def _dict_setdefault(table, key, default=None):
    hash = _hash_key(key)
    entry = _find_key(table, key, hash)
    if entry >= 0:
        return _table_value(table, entry)
    _table_insert(table, key, hash, default)
    return default


def _dict_of(source, **keywords):
    made = {}
    _dict_take(made, source)
    _dict_update(made, keywords)
    return made


def _dict_init(self, source=(), /, **keywords):
    table = _target(self)
    _dict_take(table, source)
    _dict_update(table, keywords)


# Sets what a mapping or an iterable of pairs has.
def _dict_take(table, source):
    if _is_plain_dict(source) or hasattr(source, 'keys'):
        _dict_take_mapping(table, source)
    else:
        _dict_take_pairs(table, source, 0)


def _dict_take_mapping(table, source):
    if _is_plain_dict(source):
        for key, value in _target(source).items():
            if not _table_put(table, key, value):
                _dict_set(table, key, value)
    else:
        for key in source.keys():
            _dict_set(table, key, source[key])


def _dict_take_pairs(table, source, i):
    for item in source:
        _dict_take_pair(table, item, i)
        i += 1


def _dict_take_pair(table, item, i):
    if type(item) is not tuple and type(item) is not list:
        source = item
        item = None
        try:
            item = iter(source)
        except TypeError:
            pass
        if item is None:
            raise TypeError('cannot convert dictionary update sequence element #' + str(i) + ' to a sequence')
        item = [value for value in item]
    if len(item) != 2:
        raise ValueError('dictionary update sequence element #' + str(i) + ' has length ' + str(len(item)) + '; 2 is required')
    _dict_set(table, item[0], item[1])


def _dict_of_rest(table, i, item, iterator):
    _dict_take_pair(table, item, i)
    _dict_take_pairs(table, iterator, i + 1)
    return table


def _dict_update(table, source):
    if not _is_plain_dict(source) and not hasattr(source, 'keys'):
        raise TypeError("'" + _type_name(source) + "' object is not a mapping")
    _dict_take_mapping(table, source)


def _dict_ior(self, other):
    _dict_take(_target(self), other)
    return self


def _dict_or(left, right):
    made = _table_copy(left)
    _dict_take_mapping(made, right)
    return made


def _dict_fromkeys(cls, iterable, value=None):
    made = cls()
    if type(made) is dict:
        for key in iterable:
            if not _table_put(made, key, value):
                _dict_set(made, key, value)
    else:
        for key in iterable:
            made[key] = value
    return made


# Calls with `*` and `**`.


def _function_text(function):
    name = getattr(function, '__qualname__', None)
    if name is None:
        return str(function)
    module = getattr(function, '__module__', None)
    if module is None or module == 'builtins':
        return str(name) + '()'
    return str(module) + '.' + str(name) + '()'


def _dict_merge(table, source, function):
    if not _is_plain_dict(source) and not hasattr(source, 'keys'):
        raise TypeError(_function_text(function) + ' argument after ** must be a mapping, not ' + _type_name(source))
    keys = _target(source) if _is_plain_dict(source) else source.keys()
    for key in keys:
        if not isinstance(key, str):
            raise TypeError('keywords must be strings')
        if key in table:
            raise TypeError(_function_text(function) + " got multiple values for keyword argument '" + key + "'")
        _dict_set(table, key, source[key])


def _call_spread(function, arguments, mapping):
    if not _is_iterable(arguments):
        raise TypeError(_function_text(function) + ' argument after * must be an iterable, not ' + _type_name(arguments))
    positional = tuple(arguments)
    keywords = {}
    if mapping is not None:
        _dict_merge(keywords, mapping, function)
    return function(*positional, **keywords)


# Items.


def _to_index(value):
    plain = _plain_int(value)
    if plain is not None:
        return plain
    result = _ask(value, '__index__')
    if result is NotImplemented:
        raise TypeError("'" + _type_name(value) + "' object cannot be interpreted as an integer")
    plain = _plain_int(result)
    if plain is None:
        raise TypeError('__index__ returned non-int (type ' + _type_name(result) + ')')
    return plain


# An index as a place in a sequence.
def _to_place(value):
    place = _to_index(value)
    if place >> 63 not in (0, -1):
        raise IndexError("cannot fit '" + _type_name(value) + "' into an index-sized integer")
    return place


def _slice_part(value):
    if value is None:
        return None
    if _plain_int(value) is None and not _has(value, '__index__'):
        raise TypeError('slice indices must be integers or None or have an __index__ method')
    return _to_index(value)


def _plain_slice(value):
    return slice(_slice_part(value.start), _slice_part(value.stop), _slice_part(value.step))


# What a slice of integers of any size means for n items: start, stop, step.
def _slice_bounds(value, n):
    step = 1 if value.step is None else _slice_part(value.step)
    if step == 0:
        raise ValueError('slice step cannot be zero')
    low = -1 if step < 0 else 0
    high = n - 1 if step < 0 else n
    start = _slice_part(value.start)
    stop = _slice_part(value.stop)
    if start is None:
        start = high if step < 0 else low
    elif start < 0:
        start += n
        if start < low:
            start = low
    elif start > high:
        start = high
    if stop is None:
        stop = low if step < 0 else high
    elif stop < 0:
        stop += n
        if stop < low:
            stop = low
    elif stop > high:
        stop = high
    return start, stop, step


def _slice_indices(value, n):
    n = _to_index(n)
    if n < 0:
        raise ValueError('length should not be negative')
    return _slice_bounds(value, n)


def _getitem(object, index):
    plan = _item_plan(object, index)
    if plan == 0:
        return _item(object, index)
    if plan == 1:
        return _dict_item(object, index)
    if plan == 2:
        return _item(object, _plain_slice(index))
    if plan == 3:
        return _item(object, _to_place(index))
    if plan == 4:
        method = None if object is type else getattr(object, '__class_getitem__', None)
        if method is None:
            if object is type:
                return _new_alias(object, index)
            raise TypeError("type '" + object.__name__ + "' is not subscriptable")
        return method(index)
    if plan == 5:
        return _range_item(_target(object), index)
    if plan == 6:
        return _ask(object, '__getitem__', index)
    raise TypeError("'" + _type_name(object) + "' object is not subscriptable")


def _setitem(object, index, value):
    plan = _store_plan(object, '__setitem__')
    if plan == 0:
        _store_slowly(_target(object), index, value)
    elif plan == 1:
        _dict_set(_target(object), index, value)
    elif plan == 2:
        _ask(object, '__setitem__', index, value)
    else:
        raise TypeError("'" + _type_name(object) + "' object does not support item assignment")


def _store_slowly(sequence, index, value):
    if _store(sequence, index, value):
        return
    if type(index) is slice:
        index = _plain_slice(index)
        if type(sequence) is list:
            items = None
            try:
                items = iter(value)
            except TypeError:
                pass
            if items is None:
                if index.step is None or index.step == 1:
                    raise TypeError('can only assign an iterable')
                raise TypeError('must assign iterable to extended slice')
            value = [item for item in items]
        elif _bytes_of(value) is not None:
            value = _bytes_of(value)
        elif isinstance(value, (int, float, complex, str)) or _has(value, '__index__'):
            raise TypeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)')
        else:
            value = bytearray(value)
    else:
        index = _to_place(index)
        if type(sequence) is bytearray:
            value = _to_index(value)
    _store(sequence, index, value)


def _delitem(object, index):
    plan = _store_plan(object, '__delitem__')
    if plan == 0:
        sequence = _target(object)
        if not _delete(sequence, index):
            _delete(sequence, _plain_slice(index) if type(index) is slice else _to_place(index))
    elif plan == 1:
        _dict_delete(_target(object), index)
    elif plan == 2:
        _ask(object, '__delitem__', index)
    else:
        # 512: of a class statement, whose instances look like sequences.
        alike = _has(object, '__contains__') or type(object).__flags__ & 512
        how = "doesn't" if _plain_int(index) is not None and alike else 'does not'
        raise TypeError("'" + _type_name(object) + "' object " + how + ' support item deletion')


def _contains(container, item):
    plan = _contains_plan(container)
    if plan == 0:
        return _find_slowly(_target(container), item, 0, -1) >= 0
    if plan == 1:
        if isinstance(container, (set, frozenset)) and isinstance(item, set) and _key_is_unhashable(item):
            item = frozenset(item)
        return _find_key(_target(container), item, _hash_key(item)) >= 0
    if plan == 2:
        return _range_find(_target(container), item) is not None
    if plan == 3:
        inner = _target(item)
        if not isinstance(inner, str):
            raise TypeError("'in <string>' requires string as left operand, not " + _type_name(item))
        return inner in _target(container)
    if plan == 4:
        part = _bytes_of(item)
        if part is not None:
            return _bytes_find(_target(container), part)
        if _plain_int(item) is None and not _has(item, '__index__'):
            raise TypeError("a bytes-like object is required, not '" + _type_name(item) + "'")
        item = _to_index(item)
        if not 0 <= item < 256:
            raise ValueError('byte must be in range(0, 256)')
        return _bytes_find(_target(container), item)
    if plan == 5:
        if not isinstance(item, tuple) or len(item) != 2:
            return False
        table = _target(container)
        key, value = item
        entry = _find_key(table, key, _hash_key(key))
        if entry < 0:
            return False
        found = _table_value(table, entry)
        return found is value or found == value
    if plan == 6:
        return _ask(container, '__contains__', item)
    iterator = None
    if _is_iterable(container):
        iterator = iter(container)
    if iterator is None:
        raise TypeError("argument of type '" + _type_name(container) + "' is not iterable")
    for found in iterator:
        if found is item or found == item:
            return True
    return False


def _is_in(item, container):
    return item in container


# Index of an equal item of a list or tuple, -1 when there is none; stop -1 is the end.
def _find_slowly(sequence, value, start, stop):
    while True:
        start = _find_item(sequence, value, start, stop)
        if start >= -1:
            return start
        start = -2 - start
        if sequence[start] == value:
            return start
        start += 1


def _sequence_index(sequence, value, start=0, stop=9223372036854775807):
    n = len(sequence)
    start = _limit(start, n)
    stop = _limit(stop, n)
    found = _find_slowly(sequence, value, start, stop)
    if found < 0:
        if type(sequence) is list:
            _not_in_list(value)
        raise ValueError('tuple.index(x): x not in tuple')
    return found


def _limit(value, n):
    if _plain_int(value) is None and not _has(value, '__index__'):
        raise TypeError('slice indices must be integers or have an __index__ method')
    value = _to_index(value)
    if value < 0:
        value += n
        return value if value > 0 else 0
    return value if value < n else n


def _not_in_list(value):
    raise ValueError(repr(value) + ' is not in list')


def _sequence_count(sequence, value):
    n = 0
    at = _find_slowly(sequence, value, 0, -1)
    while at >= 0:
        n += 1
        at = _find_slowly(sequence, value, at + 1, -1)
    return n


def _sequence_repeat(sequence, times, in_place):
    if in_place:
        sequence *= _to_index(times)
        return sequence
    return sequence * _to_index(times)


# An in-place operator of an instance of a subclass: its inner object changes, the instance stays.
def _in_place(operator, object, inner, other):
    if operator == 0:
        inner += other
    elif operator == 2:
        inner *= other
    elif operator == 1:
        inner -= other
    elif operator == 9:
        inner &= other
    elif operator == 10:
        inner |= other
    elif operator == 11:
        inner ^= other
    else:
        _unsupported(operator, True, object, other)
    return object


# Lists.


def _list_of(iterable):
    iterator = iter(iterable)
    _ask_hint(iterable)
    return [item for item in iterator]


# What CPython asks to know how much room it needs: the answer is checked.
def _ask_hint(iterable):
    if _has(iterable, '__len__'):
        try:
            len(iterable)
            return
        except TypeError:
            pass
    if _has(iterable, '__length_hint__'):
        try:
            hint = _ask(iterable, '__length_hint__')
        except TypeError:
            return
        if hint is NotImplemented:
            return
        if not isinstance(hint, int):
            raise TypeError('__length_hint__ must be an integer, not ' + _type_name(hint))
        if hint < 0:
            raise ValueError('__length_hint__() should return >= 0')


def _tuple_of(iterable):
    return tuple(_list_of(iterable))


def _tuple_new(cls, iterable):
    return _wrap(cls, tuple(_list_of(iterable)))


# `[*iterable]`
def _list_extend(target, iterable):
    if not _is_iterable(iterable):
        raise TypeError('Value after * must be an iterable, not ' + _type_name(iterable))
    _list_take_all(target, iterable)


def _list_take_all(target, iterable):
    iterator = iter(iterable)
    _ask_hint(iterable)
    for item in iterator:
        _append(target, item)


def _list_iadd(target, iterable):
    _list_take_all(target, iterable)
    return target


def _list_insert(target, index, item):
    target.insert(_to_index(index), item)


def _list_pop(target, index):
    return target.pop(_to_index(index))


def _list_remove(target, value):
    at = _find_slowly(target, value, 0, -1)
    if at < 0:
        raise ValueError('list.remove(x): x not in list')
    del target[at]


def _list_sort(target, key, reverse):
    items = _list_take(target)
    try:
        keys = items
        if key is not None:
            keys = [key(item) for item in items]
        _sort(keys, items, reverse)
    finally:
        changed = _list_give(target, items)
    if changed:
        raise ValueError('list modified during sort')


def _sorted(iterable, key, reverse):
    return _sorted_list(_list_of(iterable), key, reverse)


def _sorted_list(items, key, reverse):
    keys = items
    if key is not None:
        keys = [key(item) for item in items]
    _sort(keys, items, reverse)
    return items


# Sorts items by their keys, which may be the same list.
def _sort(keys, items, reverse):
    if len(items) < 2:
        return
    reverse = _to_index(reverse)
    same = keys is items
    if reverse:
        items.reverse()
        if not same:
            keys.reverse()
    work = _sort_begin(keys, not same)
    state = False
    try:
        while state is False:
            state = _sort_step(work)
        _sort_end(work, items)
        if state is None:
            if not same:
                _sort_end(work, keys)
            _merge_sort(keys, items, len(items), same)
    finally:
        if reverse:
            items.reverse()


def _insertion_sort(keys, items, n, same):
    # The run at the front, turned when it falls, then binary insertion.
    i = 2
    if keys[1] < keys[0]:
        while i < n and keys[i] < keys[i - 1]:
            i += 1
        keys[:i] = keys[i - 1::-1]
        if not same:
            items[:i] = items[i - 1::-1]
    else:
        while i < n and not keys[i] < keys[i - 1]:
            i += 1
    while i < n:
        key = keys[i]
        low = 0
        high = i
        while low < high:
            middle = (low + high) // 2
            if key < keys[middle]:
                high = middle
            else:
                low = middle + 1
        if low < i:
            _rotate(keys, low, i)
            if not same:
                _rotate(items, low, i)
        i += 1


def _merge_sort(keys, items, n, same):
    # Runs by binary insertion, then merges of growing width; only `<` is asked.
    if n < 64:
        return _insertion_sort(keys, items, n, same)
    start = 0
    while start < n:
        end = start + 8
        if end > n:
            end = n
        i = start + 1
        while i < end:
            key = keys[i]
            low = start
            high = i
            if not key < keys[i - 1]:
                low = i
            while low < high:
                middle = (low + high) // 2
                if key < keys[middle]:
                    high = middle
                else:
                    low = middle + 1
            if low < i:
                _rotate(keys, low, i)
                if not same:
                    _rotate(items, low, i)
            i += 1
        start = end
    width = 8
    while width < n:
        start = 0
        while start + width < n:
            middle = start + width
            end = middle + width
            if end > n:
                end = n
            if keys[middle] < keys[middle - 1]:
                _merge(keys, items, start, middle, end, same)
            start = end
        width *= 2


def _merge(keys, items, start, middle, end, same):
    left = keys[start:middle]
    left_items = left if same else items[start:middle]
    n = middle - start
    i = 0
    j = middle
    to = start
    try:
        while i < n and j < end:
            if keys[j] < left[i]:
                keys[to] = keys[j]
                if not same:
                    items[to] = items[j]
                j += 1
            else:
                keys[to] = left[i]
                if not same:
                    items[to] = left_items[i]
                i += 1
            to += 1
    finally:
        keys[to:to + n - i] = left[i:]
        if not same:
            items[to:to + n - i] = left_items[i:]


# Sets.


def _set_filled(target, iterable):
    _set_update(target, iterable)
    return target


def _set_of_rest(target, item, iterator):
    _set_add(target, item)
    _set_update(target, iterator)
    return target


def _set_update(target, iterable):
    if _set_fill(target, iterable):
        return
    for item in iterable:
        if not _table_put(target, item, None):
            _set_add(target, item)


def _set_update_all(self, *others):
    for other in others:
        _set_update(self, other)


def _frozenset_new(cls, iterable):
    return _wrap(cls, frozenset(iterable))


def _set_key(item):
    if isinstance(item, set) and _key_is_unhashable(item):
        return frozenset(item)
    return item


def _set_discard(self, item):
    item = _set_key(item)
    entry = _find_key(self, item, _hash_key(item))
    if entry >= 0:
        _table_remove(self, entry)


def _set_remove(self, item):
    key = _set_key(item)
    entry = _find_key(self, key, _hash_key(key))
    if entry < 0:
        raise KeyError(item)
    _table_remove(self, entry)


def _set_union(self, *others):
    made = _table_copy(self)
    for other in others:
        _set_update(made, other)
    return made



def _set_intersection(self, *others):
    made = self
    for other in others:
        made = _intersect(made, other)
    return _table_copy(self) if made is self else made


# A set can be asked for, but it cannot be an item.
def _check_item(item):
    if _plain_set(item) is not None:
        hash(item)


def _intersect(self, other):
    plain = _plain_set(other)
    if plain is not None:
        return self & plain
    made = _table_new(self)
    for item in other:
        _check_item(item)
        if item in self:
            _set_add(made, item)
    return made


def _set_intersection_update(self, *others):
    _table_take(self, _set_intersection(self, *others))


def _set_difference(self, *others):
    made = _table_copy(self)
    if _is_frozen(made):
        for other in others:
            made = made - _make_set(other)
    else:
        for other in others:
            _subtract(made, other)
    return made


def _make_set(value):
    plain = _plain_set(value)
    return set(value) if plain is None else plain


def _subtract(self, other):
    plain = _plain_set(other)
    if plain is not None:
        if plain is self:
            self.clear()
        else:
            self -= plain
        return
    for item in other:
        _check_item(item)
        _set_discard(self, item)


def _set_difference_update(self, *others):
    for other in others:
        _subtract(self, other)


def _set_symmetric_difference(self, other):
    return self ^ _make_set(other)


def _set_symmetric_difference_update(self, other):
    if _plain_set(other) is None:
        other = set(other)
    _table_take(self, self ^ _plain_set(other))


def _set_isdisjoint(self, other):
    for item in other:
        _check_item(item)
        if item in self:
            return False
    return True


def _set_issubset(self, other):
    other = _make_set(other)
    if len(self) > len(other):
        return False
    for item in self:
        if item not in other:
            return False
    return True


def _set_issuperset(self, other):
    if _plain_set(other) is not None:
        return _set_issubset(other, self)
    for item in other:
        _check_item(item)
        if item not in self:
            return False
    return True


# Operators of sets whose items need Python code: 1 -, 9 &, 10 |, 11 ^.
def _set_binary(operator, left, right):
    if operator == 10:
        made = _table_copy(left)
        for item in right:
            _set_add(made, item)
        return made
    made = _table_new(left)
    if operator == 9:
        if len(right) > len(left):
            left, right = right, left
        for item in right:
            if item in left:
                _set_add(made, item)
        return made
    for item in left:
        if item not in right:
            _set_add(made, item)
    if operator == 11:
        for item in right:
            if item not in left:
                _set_add(made, item)
    return made


def _set_in_place(operator, left, right):
    if operator == 10:
        for item in _table_copy(right):
            _set_add(left, item)
    elif operator == 1:
        for item in _table_copy(right):
            _set_discard(left, item)
    else:
        _table_take(left, _set_binary(operator, left, right))
    return left


# Views.


def _view_binary(operator, left, right):
    if operator == 9:
        if not _is_view(left):
            left, right = right, left
        made = set()
        if _is_view(right) and len(right) > len(left):
            left, right = right, left
        for item in right:
            if item in left:
                _set_add(made, item)
        return made
    made = set(left)
    if operator == 10:
        _set_update(made, right)
        return made
    if operator == 1:
        for item in right:
            _set_discard(made, item)
        return made
    return made ^ set(right)


def _view_isdisjoint(self, other):
    if other is self:
        return len(self) == 0
    for item in other:
        if item in self:
            return False
    return True


def _proxy_getitem(self, key):
    return _target(self)[key]


def _proxy_contains(self, key):
    return key in _target(self)


def _proxy_eq(self, other):
    return _target(self) == (_target(other) if _is_proxy(other) else other)


def _proxy_ne(self, other):
    return _target(self) != (_target(other) if _is_proxy(other) else other)


def _proxy_or(left, right):
    if _is_proxy(left):
        left = _target(left)
    if _is_proxy(right):
        right = _target(right)
    return left | right


def _proxy_copy(self):
    return _target(self).copy()


def _proxy_get(self, key, default=None):
    return _target(self).get(key, default)


def _proxy_items(self):
    return _target(self).items()


def _proxy_keys(self):
    return _target(self).keys()


def _proxy_values(self):
    return _target(self).values()


# Comparisons: 0 <, 1 <=, 2 ==, 3 !=, 4 >, 5 >=.


def _compare(operator, left, right):
    plan = _compare_plan(operator, left, right)
    if plan is True or plan is False:
        return plan
    if plan == 1 or plan == 2:
        return _compare_sequences(operator, left, right)
    if plan == 3:
        if operator == 2:
            return _dicts_equal(left, right)
        if operator == 3:
            return not _dicts_equal(left, right)
        return NotImplemented
    if plan == 4:
        return _compare_sets(operator, left, right)
    if plan == 5:
        if operator == 2:
            return _ranges_equal(left, right)
        if operator == 3:
            return not _ranges_equal(left, right)
        return NotImplemented
    if plan == 6:
        left = (left.start, left.stop, left.step)
        right = (right.start, right.stop, right.step)
        return _compare_sequences(operator, left, right)
    if plan == 7:
        if operator == 2:
            return _proxy_eq(left, right) if _is_proxy(left) else _proxy_eq(right, left)
        if operator == 3:
            return _proxy_ne(left, right) if _is_proxy(left) else _proxy_ne(right, left)
        return NotImplemented
    if plan == 8:
        return NotImplemented
    result = _ask(left, ('__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__')[operator], right)
    if result is NotImplemented:
        result = _ask(right, ('__gt__', '__ge__', '__eq__', '__ne__', '__lt__', '__le__')[operator], left)
    return result


def _compare_sequences(operator, left, right):
    if len(left) != len(right):
        if operator == 2:
            return False
        if operator == 3:
            return True
    i = 0
    while True:
        i = _first_difference(left, right, i)
        if i < 0:
            break
        x = left[i]
        y = right[i]
        if x == y:
            i += 1
            continue
        if i >= len(left) or i >= len(right):
            # The comparison changed them.
            break
        if operator == 2:
            return False
        if operator == 3:
            return True
        if operator == 0:
            return x < y
        if operator == 1:
            return x <= y
        if operator == 4:
            return x > y
        return x >= y
    x = len(left)
    y = len(right)
    if operator == 0:
        return x < y
    if operator == 1:
        return x <= y
    if operator == 2:
        return x == y
    if operator == 3:
        return x != y
    if operator == 4:
        return x > y
    return x >= y


def _dicts_equal(left, right):
    if len(left) != len(right):
        return False
    for key, value in left.items():
        entry = _find_key(right, key, _hash_key(key))
        if entry < 0:
            return False
        other = _table_value(right, entry)
        if not (value is other or value == other):
            return False
    return True


def _compare_sets(operator, left, right):
    n = len(left)
    m = len(right)
    if operator == 2:
        return n == m and _is_subset(left, right)
    if operator == 3:
        return n != m or not _is_subset(left, right)
    if operator == 0:
        return n < m and _is_subset(left, right)
    if operator == 1:
        return n <= m and _is_subset(left, right)
    if operator == 4:
        return n > m and _is_subset(right, left)
    return n >= m and _is_subset(right, left)


def _is_subset(left, right):
    for item in left:
        if item not in right:
            return False
    return True


# Lengths, unpacking.


def _len(value):
    if _is_proxy(value):
        return len(_target(value))
    n = _plain_len(value)
    if n is None:
        if type(value) is range:
            n = _range_length(value)
            if n > 9223372036854775807:
                raise OverflowError('Python int too large to convert to C ssize_t')
            return n
        n = _ask(value, '__len__')
        if n is NotImplemented and not _has(value, '__len__'):
            raise TypeError("object of type '" + _type_name(value) + "' has no len()")
    return _check_len(n)


def _unpack(source, n):
    items = _unpack_plain(source, n)
    if items is not None:
        return items
    if not _is_iterable(source):
        raise TypeError('cannot unpack non-iterable ' + _type_name(source) + ' object')
    items = []
    for item in source:
        if len(items) == n:
            raise ValueError('too many values to unpack (expected ' + str(n) + ')')
        items.append(item)
    if len(items) < n:
        raise ValueError('not enough values to unpack (expected ' + str(n) + ', got ' + str(len(items)) + ')')
    return tuple(items)


def _unpack_star(source, before, after):
    if not _is_iterable(source):
        raise TypeError('cannot unpack non-iterable ' + _type_name(source) + ' object')
    items = list(source)
    n = len(items)
    if n < before + after:
        raise ValueError('not enough values to unpack (expected at least ' + str(before + after) + ', got ' + str(n) + ')')
    return (*items[:before], items[before:n - after], *items[n - after:])


# Ranges of integers of any size.


def _range_new(*arguments):
    return range(*[_to_index(value) for value in arguments])


def _range_length(value):
    low = value.start
    high = value.stop
    step = value.step
    if step < 0:
        low, high, step = high, low, -step
    return (high - low - 1) // step + 1 if low < high else 0


def _range_bool(self):
    return _range_length(self) > 0


def _range_item(value, index):
    n = _range_length(value)
    start = value.start
    step = value.step
    if type(index) is slice:
        first, end, by = _slice_bounds(index, n)
        return range(start + first * step, start + end * step, step * by)
    index = _to_index(index)
    if index < 0:
        index += n
    if index < 0 or index >= n:
        raise IndexError('range object index out of range')
    return start + index * step


# Index of a value in a range, None when it is not there.
def _range_find(value, item):
    if type(item) is int or type(item) is bool:
        far = item - value.start
        if far % value.step:
            return None
        at = far // value.step
        return at if 0 <= at < _range_length(value) else None
    at = 0
    for found in value:
        if found is item or found == item:
            return at
        at += 1
    return None


def _range_count(value, item):
    if type(item) is int or type(item) is bool:
        return 0 if _range_find(value, item) is None else 1
    n = 0
    for found in value:
        if found is item or found == item:
            n += 1
    return n


def _range_index(value, item):
    at = _range_find(value, item)
    if at is None:
        if type(item) is int or type(item) is bool:
            raise ValueError(repr(item) + ' is not in range')
        raise ValueError('sequence.index(x): x not in sequence')
    return at


def _ranges_equal(left, right):
    n = _range_length(left)
    if n != _range_length(right):
        return False
    if n == 0:
        return True
    return left.start == right.start and (n == 1 or left.step == right.step)


# Iterators. `_iterator_field(iterator, 0)` is what they iterate over or call, None when they have ended.


def _iter_user(value):
    return _check_iterator(_ask(value, '__iter__'))


def _iter_record(value):
    if _is_proxy(value):
        return iter(_target(value))
    raise TypeError("'" + _type_name(value) + "' object is not iterable")


def _reverse_record(value):
    if type(value) is range:
        n = _range_length(value)
        last = value.start + (n - 1) * value.step
        return iter(range(last, value.start - value.step, -value.step))
    if _is_proxy(value):
        return reversed(_target(value))
    raise TypeError("'" + _type_name(value) + "' object is not reversible")


def _iter_callable(function, sentinel):
    if not callable(function):
        raise TypeError('iter(v, w): v must be callable')
    return _new_iterator(0, function, sentinel)


def _callable_next(self):
    function = _iterator_field(self, 0)
    if function is None:
        raise StopIteration
    try:
        value = function()
    except StopIteration:
        _iterator_end(self)
        raise
    if _iterator_field(self, 1) == value:
        _iterator_end(self)
        raise StopIteration
    return value


def _sequence_next(self):
    source = _iterator_field(self, 0)
    if source is not None:
        try:
            return source[_iterator_step(self, 1)]
        except (IndexError, StopIteration):
            pass
        _iterator_end(self)
    raise StopIteration


def _reversed(value):
    result = _ask(value, '__reversed__')
    if result is not NotImplemented:
        return result
    if _has(value, '__reversed__') or isinstance(value, dict) or not _has(value, '__getitem__'):
        raise TypeError("'" + _type_name(value) + "' object is not reversible")
    return _new_iterator(1, value, len(value))


def _reversed_next(self):
    source = _iterator_field(self, 0)
    if source is not None:
        i = _iterator_step(self, -1)
        if i >= 0:
            try:
                return source[i]
            except (IndexError, StopIteration):
                pass
        _iterator_end(self)
    raise StopIteration


def _enumerate_from(iterable, start):
    start = _to_index(start)
    return _new_enumerate(iter(iterable), start)


def _enumerate_next(self):
    item = next(_iterator_field(self, 0))
    return (_enumerate_count(self), item)


def _zip_of(iterables, strict):
    return _new_zip(tuple([iter(iterable) for iterable in iterables]), True if strict else False)


def _zip_next(self):
    iterators = _iterator_field(self, 0)
    n = len(iterators)
    if n == 0:
        raise StopIteration
    if not _zip_is_strict(self):
        if n == 2:
            return (next(iterators[0]), next(iterators[1]))
        return tuple([next(iterator) for iterator in iterators])
    items = []
    for iterator in iterators:
        item = next(iterator, iterators)
        if item is iterators:
            break
        items.append(item)
    i = len(items)
    if i == n:
        return tuple(items)
    if i:
        _zip_uneven(i + 1, True)
    i = 1
    while i < n:
        if next(iterators[i], iterators) is not iterators:
            _zip_uneven(i + 1, False)
        i += 1
    raise StopIteration


def _map_of(function, iterables):
    return _new_map(function, tuple([iter(iterable) for iterable in iterables]))


def _map_next(self):
    iterators = _iterator_field(self, 0)
    if len(iterators) == 1:
        return _iterator_field(self, 1)(next(iterators[0]))
    return _iterator_field(self, 1)(*[next(iterator) for iterator in iterators])


def _filter_of(function, iterable):
    return _new_filter(function, iter(iterable))


def _filter_next(self):
    iterator = _iterator_field(self, 0)
    function = _iterator_field(self, 1)
    if function is None:
        while True:
            item = next(iterator)
            if item:
                return item
    while True:
        item = next(iterator)
        if function(item):
            return item


def _iterator_new(cls, *arguments, **keywords):
    return _wrap(cls, _layout_of(cls)(*arguments, **keywords))


def _iterator_hint(self):
    source = _iterator_field(self, 0)
    if source is None:
        return 0
    if type(source) is range:
        return _range_length(range(_iterator_field(self, 1), source.stop, source.step))
    n = _iterator_step(self, 0)
    if type(self) is reversed:
        return 0 if len(source) < n else n
    n = len(source) - n
    return n if n > 0 else 0


def _next_of_generator(iterator, default):
    for item in iterator:
        return item
    return default


def _next_of_user(iterator):
    return _ask(iterator, '__next__')


def _next_or(iterator, default):
    try:
        return _ask(iterator, '__next__')
    except StopIteration:
        pass
    return default


# Functions over iterables.


def _builtin_all(iterable):
    for item in iterable:
        if not item:
            return False
    return True


def _all_rest(iterator, item):
    if not item:
        return False
    return _builtin_all(iterator)


def _builtin_any(iterable):
    for item in iterable:
        if item:
            return True
    return False


def _any_rest(iterator, item):
    if item:
        return True
    return _builtin_any(iterator)


def _sum(iterable, total):
    for item in iterable:
        total = total + item
    return total


def _sum_rest(iterator, total, item):
    total = total + item
    for item in iterator:
        total = total + item
    return total


def _best(greatest, iterable, key, default, has_default):
    iterator = iter(iterable)
    best = next(iterator, iterator)
    if best is iterator:
        if has_default:
            return default
        raise ValueError('max() arg is an empty sequence' if greatest else 'min() arg is an empty sequence')
    if key is None:
        if greatest:
            for item in iterator:
                if item > best:
                    best = item
        else:
            for item in iterator:
                if item < best:
                    best = item
        return best
    best_key = key(best)
    for item in iterator:
        item_key = key(item)
        if (item_key > best_key) if greatest else (item_key < best_key):
            best = item
            best_key = item_key
    return best


def _best_rest(greatest, best, item, iterator):
    if (item > best) if greatest else (item < best):
        best = item
    if greatest:
        for item in iterator:
            if item > best:
                best = item
    else:
        for item in iterator:
            if item < best:
                best = item
    return best


# Bytes: what the operators need beyond two bytes-like objects of the engine.


def _bytes_add(left, right):
    return left + _bytes_of(right)


def _bytearray_iadd(left, right):
    n = len(left)
    if left is right and n:
        raise BufferError('Existing exports of data: object cannot be re-sized')
    left[n:n] = _bytes_of(right)
    return left


# A special method that is neither a function nor a plain object: what its descriptor gives is called.
# A getter of a property takes the object alone: then n counts from -1 downwards.
def _ask_getter(getter, found, object, kind, first, second, n):
    if n < 0:
        n = -1 - n
        method = getter(found)
    else:
        method = getter(found, object, kind)
    if n == 0:
        return method()
    if n == 1:
        return method(first)
    return method(first, second)


# `__call__` is a property or another descriptor.
def _call_described(object, /, *args, **named):
    return _special(object, '__call__')(*args, **named)


def _operator_methods(left, right, name, reflected, operator, in_place):
    result = _ask(left, name, right)
    if result is NotImplemented:
        result = _ask(right, reflected, left)
    if result is NotImplemented:
        _unsupported(operator, in_place, left, right)
    return result
