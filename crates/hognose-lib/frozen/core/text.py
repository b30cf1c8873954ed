def _str(value):
    text = _quick_str(value)
    if text is not None:
        return text
    text = _special(value, '__str__')()
    if not isinstance(text, str):
        raise TypeError('__str__ returned non-string (type ' + type(text).__name__ + ')')
    return text


def _repr(value):
    text = _quick_repr(value)
    if text is not None:
        return text
    if _repr_kind(value):
        return _repr_container(value)
    text = _special(value, '__repr__')()
    if not isinstance(text, str):
        raise TypeError('__repr__ returned non-string (type ' + type(text).__name__ + ')')
    return text


def _ascii(value):
    return _escape(_repr(value))


def _repr_container(value):
    kind = _repr_kind(value)
    if kind == 0:
        return _object_repr(value)
    name = type(value).__name__
    if not _repr_enter(value):
        if kind == 1:
            return '[...]'
        if kind == 2:
            return '(...)'
        if kind == 3:
            return '{...}'
        if kind == 4:
            return name + '(...)'
        return '...'
    parts = []
    try:
        for item in _repr_items(value):
            parts.append(_repr(item))
    finally:
        _repr_leave()
    if kind == 1:
        return '[' + ', '.join(parts) + ']'
    if kind == 2:
        return '(' + parts[0] + ',)' if len(parts) == 1 else '(' + ', '.join(parts) + ')'
    if kind == 3:
        return '{' + ', '.join(_repr_pairs(parts, '', ': ', '')) + '}'
    if kind == 4:
        text = '{' + ', '.join(parts) + '}'
        return text if type(value) is set else name + '(' + text + ')'
    if kind == 5:
        return 'slice(' + ', '.join(parts) + ')'
    if kind == 6:
        return '<bound method ' + getattr(value.__func__, '__qualname__', '?') + ' of ' + parts[0] + '>'
    if kind == 7:
        return name + '([' + ', '.join(parts) + '])'
    if kind == 8:
        return name + '([' + ', '.join(_repr_pairs(parts, '(', ', ', ')')) + '])'
    if kind == 9:
        return name + '(' + parts[0] + ')'
    return '<' + name + '(' + parts[0] + ')>'


def _repr_named(value):
    # A set or bytearray of a subclass.
    inner = _payload(value)
    text = _repr(inner)
    name = type(value).__name__
    return f'{name}({text})' if type(inner) is set and inner else name + text[text.index('('):]


def _repr_pairs(parts, before, between, after):
    pairs = []
    for i in range(0, len(parts), 2):
        pairs.append(before + parts[i] + between + parts[i + 1] + after)
    return pairs


def _format(value, conversion, spec):
    if conversion == 1:
        value = _str(value)
    elif conversion == 2:
        value = _repr(value)
    elif conversion == 3:
        value = _ascii(value)
    return format(value, spec)


def _format_object(value, spec):
    text = _special(value, '__format__')(spec)
    if not isinstance(text, str):
        raise TypeError('__format__ must return a str, not ' + type(text).__name__)
    return text


def _print(values, sep, end, file, flush):
    if file is None:
        file = _stdout()
        if file is None:
            return
    if sep is None:
        sep = ' '
    if end is None:
        end = '\n'
    if file is False:
        first = True
        for value in values:
            if not first:
                _host_write(1, sep)
            first = False
            _host_write(1, _str(value))
        _host_write(1, end)
        if flush:
            _console(1).flush()
        return
    write = file.write
    first = True
    for value in values:
        if not first:
            write(sep)
        first = False
        write(_str(value))
    write(end)
    if flush:
        file.flush()


def _builtin_input(*prompt):
    out = _stdout()
    if prompt:
        text = _str(prompt[0])
        if out is False:
            _host_write(1, text)
        elif out is not None:
            out.write(text)
    source = _stdin()
    if source is None:
        raise RuntimeError('input(): lost sys.stdin')
    line = _host_line().decode('utf-8', 'replace') if source is False else source.readline()
    if not line:
        raise EOFError('EOF when reading a line')
    return line[:-1] if line[-1] == '\n' else line


def _percent(template, args):
    text = isinstance(template, str)
    single = not isinstance(args, tuple)
    mapping = single and _is_mapping(args)
    items = [args] if single else _repr_items(args)
    position = 0
    values = []
    fields = _percent_fields(template)
    i = 0
    while i < len(fields):
        key = fields[i]
        stars = fields[i + 1]
        kind = fields[i + 2]
        i += 3
        if key is not None:
            if not mapping:
                raise TypeError('format requires a mapping')
            items = [args[key]]
            position = 0
        while stars >= 0:
            if position >= len(items):
                raise TypeError('not enough arguments for format string')
            value = items[position]
            position += 1
            if stars:
                values.append(value)
            stars -= 1
        values.append(_percent_plain(value, kind, text))
    if position < len(items) and not mapping:
        raise TypeError('not all arguments converted during ' + ('string' if text else 'bytes') + ' formatting')
    return _percent_values(template, values)


def _percent_plain(value, kind, text):
    if kind == 's' or kind == 'b' and not text:
        if text:
            return _str(value)
        if isinstance(value, (bytes, bytearray, memoryview)):
            return value
        method = _special(value, '__bytes__')
        if method is None:
            raise TypeError("%b requires a bytes-like object, or an object that implements __bytes__, not '"
                + type(value).__name__ + "'")
        return method()
    if kind == 'r':
        return _repr(value) if text else _ascii(value)
    if kind == 'a':
        return _ascii(value)
    if kind in 'diu':
        if isinstance(value, (int, float)):
            return value
        return _percent_int(value, ('__int__', '__index__'), '%' + kind + ' format: a real number is required, not ')
    if kind in 'oxX':
        if isinstance(value, int):
            return value
        return _percent_int(value, ('__index__',), '%' + kind + ' format: an integer is required, not ')
    if kind in 'eEfFgG':
        if isinstance(value, (int, float)):
            return value
        if _special(value, '__float__') is None and _special(value, '__index__') is None:
            raise TypeError(('must be real number, not ' if text else 'float argument required, not ')
                + type(value).__name__)
        return float(value)
    if kind == 'c' and not isinstance(value, (int, str, bytes, bytearray)):
        if _special(value, '__index__') is None:
            raise TypeError('%c requires int or char' if text
                else '%c requires an integer in range(256) or a single byte')
        return _index(value)
    return value


def _percent_int(value, names, message):
    for name in names:
        method = _special(value, name)
        if method is not None:
            result = method()
            if isinstance(result, int):
                return result
            break
    raise TypeError(message + type(value).__name__)


def _str_format(template, *args, **kwargs):
    return _format_template(template, args, kwargs, [False, 0], 2)


def _str_format_map(template, mapping):
    return _format_template(template, None, mapping, [False, 0], 2)


def _format_template(template, args, kwargs, state, depth):
    if depth == 0:
        raise ValueError('Max string recursion exceeded')
    out = []
    fields = _format_fields(template)
    n = len(fields)
    i = 0
    while i + 4 < n:
        out.append(fields[i])
        name = fields[i + 1]
        if name is not None:
            value = _format_lookup(name, args, kwargs, state)
            conversion = fields[i + 2]
            spec = fields[i + 3]
            if conversion == 's':
                value = _str(value)
            elif conversion == 'r':
                value = _repr(value)
            elif conversion == 'a':
                value = _ascii(value)
            elif conversion is not None:
                if '!' <= conversion <= '~':
                    raise ValueError('Unknown conversion specifier ' + conversion)
                raise ValueError('Unknown conversion specifier \\x' + hex(ord(conversion))[2:])
            if fields[i + 4]:
                spec = _format_template(spec, args, kwargs, state, depth - 1)
            out.append(format(value, spec))
        i += 5
    if i < n:
        raise ValueError(fields[i])
    return ''.join(out)


def _format_lookup(name, args, kwargs, state):
    # state: was a field numbered by hand, how many were numbered automatically.
    parts = _split_field(name)
    first = parts[0]
    if first == '':
        if state[0]:
            raise ValueError('cannot switch from manual field specification to automatic field numbering')
        first = state[1]
        state[1] += 1
    elif type(first) is int:
        if state[1]:
            raise ValueError('cannot switch from automatic field numbering to manual field specification')
        state[0] = True
    if type(first) is int:
        if args is None:
            raise ValueError('Format string contains positional fields')
        if first >= len(args):
            raise IndexError('Replacement index ' + str(first) + ' out of range for positional args tuple')
        value = args[first]
    else:
        value = kwargs[first]
    for i in range(1, len(parts), 2):
        step = parts[i]
        if step is True:
            value = getattr(value, parts[i + 1])
        elif step is False:
            value = value[parts[i + 1]]
        else:
            raise ValueError(step)
    return value


def _str_join(separator, iterable):
    if not _is_iterable(iterable):
        raise TypeError('can only join an iterable')
    return separator.join(list(iterable))


# An argument as messages about its type call it.
def _given(value):
    return 'None' if value is None else type(value).__name__


def _str_maketrans(x, *more):
    table = {}
    if not more:
        if not isinstance(x, dict):
            raise TypeError('if you give only one argument to maketrans it must be a dict')
        for key, value in x.items():
            if isinstance(key, str):
                if len(key) != 1:
                    raise ValueError('string keys in translate table must be of length 1')
                key = ord(key)
            elif not isinstance(key, int):
                raise TypeError('keys in translate table must be strings or integers')
            table[key] = value
        return table
    for i in range(len(more)):
        if not isinstance(more[i], str):
            raise TypeError('maketrans() argument ' + str(i + 2) + ' must be str, not ' + _given(more[i]))
    if not isinstance(x, str):
        raise TypeError('first maketrans argument must be a string if there is a second argument')
    y = more[0]
    if len(x) != len(y):
        raise ValueError('the first two maketrans arguments must have equal length')
    for i in range(len(x)):
        table[ord(x[i])] = ord(y[i])
    if len(more) > 1:
        for c in more[1]:
            table[ord(c)] = None
    return table


def _str_translate(text, table):
    get = _special(table, '__getitem__')
    if get is None:
        raise TypeError("'" + type(table).__name__ + "' object is not subscriptable")
    out = []
    for c in text:
        found = True
        value = None
        try:
            value = get(ord(c))
        except LookupError:
            found = False
        if not found:
            out.append(c)
        elif value is None:
            pass
        elif isinstance(value, int):
            if not 0 <= value < 0x110000:
                raise ValueError('character mapping must be in range(0x110000)')
            out.append(chr(value))
        elif isinstance(value, str):
            out.append(value)
        else:
            raise TypeError('character mapping must return integer, None or str')
    return ''.join(out)


def _byte_list(iterable):
    out = []
    for item in iterable:
        out.append(_index(item))
    return out


def _bytes_from(value):
    method = _special(value, '__bytes__')
    if method is not None:
        result = method()
        if not isinstance(result, bytes):
            raise TypeError('__bytes__ returned non-bytes (type ' + type(result).__name__ + ')')
        return result
    n = _byte_count(value, 'bytes')
    return bytes(_byte_list(value) if n is None else n)


def _bytearray_from(value):
    n = _byte_count(value, 'bytearray')
    return bytearray(_byte_list(value) if n is None else n)


def _byte_count(value, what):
    if _special(value, '__index__') is None:
        return None
    try:
        return _index(value)
    except TypeError:
        pass
    # What is no length may have items.
    if not _is_iterable(value):
        raise TypeError("cannot convert '" + type(value).__name__ + "' object to " + what)
    return None


def _bytearray_init(array, *args, **kwargs):
    _bytearray_fill(array, bytearray(*args, **kwargs))


def _bytearray_extend(array, iterable):
    if not _is_iterable(iterable):
        raise TypeError("can't extend bytearray with " + type(iterable).__name__)
    array.extend(bytearray(_byte_list(iterable)))


def _bytes_join(separator, iterable):
    if not _is_iterable(iterable):
        raise TypeError('can only join an iterable')
    items = []
    for item in iterable:
        items.append(bytes(item) if isinstance(item, memoryview) else item)
    return separator.join(items)


def _view_getitem(view, key):
    return view[_view_key(key)]


def _view_setitem(view, key, value):
    key = _view_key(key)
    if type(key) is slice:
        value = memoryview(value)
    elif not isinstance(value, (int, float, bytes)):
        if _special(value, '__float__') is not None and view.format in 'fd':
            value = float(value)
        elif view.format == '?':
            value = True if value else False
        else:
            value = _index(value)
    view[key] = value


def _view_key(key):
    if type(key) is tuple:
        return tuple([_index(part) for part in key])
    if type(key) is slice:
        parts = []
        for part in (key.start, key.stop, key.step):
            parts.append(None if part is None else _index(part))
        return slice(*parts)
    return _index(key)


def _codec_other(decodes, value, encoding, errors='strict'):
    # Encodings that the engine does not know itself.
    try:
        from _codepages import convert
    except ImportError:
        convert = None
    if convert is None:
        raise LookupError('unknown encoding: ' + encoding)
    made = convert(decodes, value, encoding, errors)
    return bytearray(made) if decodes is None else made
