def _struct_fail(message):
    from struct import error
    raise error(message)


def _struct_bad_format(format, *args):
    format.encode('ascii')


def _struct_values(format, values):
    # What natives cannot convert: None stands for what is no number.
    made = []
    for i, kind in enumerate(_library('_struct', 'kinds')(format)):
        value = values[i]
        if kind == 'i':
            if not isinstance(value, int):
                f = _special(value, '__index__')
                value = None if f is None else f()
        elif kind == 'f':
            try:
                value = _real(value)
            except Exception:
                value = None
        elif kind == '?':
            value = bool(value)
        made.append(value)
    return made


def _struct_pack(format, *values):
    return _library('_struct', 'pack')(format, *_struct_values(format, values))


def _struct_pack_into(format, buffer, offset, *values):
    return _library('_struct', 'pack_into')(format, buffer, _lib_index(offset), *_struct_values(format, values))


def _struct_unpack_from(format, /, buffer, offset=0):
    return _library('_struct', 'unpack_from')(format, buffer, _lib_index(offset))


def _struct_all():
    return ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']


def _struct_error():
    class error(Exception):
        __module__ = 'struct'
        __qualname__ = 'error'
    return error


def _struct_steps(format, buffer, size, n):
    take = _library('_struct', 'unpack_from')
    for i in range(n):
        yield take(format, buffer, i * size)


def _struct_iter_unpack(format, buffer, /):
    n = _library('_struct', 'rounds')(format, buffer)
    return _struct_steps(format, buffer, _library('_struct', 'calcsize')(format), n)


def _struct_class():
    calcsize = _library('_struct', 'calcsize')
    pack = _library('_struct', 'pack')
    pack_into = _library('_struct', 'pack_into')
    unpack = _library('_struct', 'unpack')
    unpack_from = _library('_struct', 'unpack_from')

    class Struct:
        __module__ = '_struct'
        __qualname__ = 'Struct'
        __slots__ = ('_format', '_size')

        def __init__(self, format=...):
            if format is ...:
                raise TypeError("Struct() missing required argument 'format' (pos 1)")
            self._size = calcsize(format)
            self._format = format if isinstance(format, str) else format.decode('ascii')

        @property
        def format(self):
            return self._format

        @property
        def size(self):
            return self._size

        def pack(self, *values):
            return pack(self._format, *values)

        def pack_into(self, buffer, offset, *values):
            return pack_into(self._format, buffer, offset, *values)

        def unpack(self, buffer, /):
            return unpack(self._format, buffer)

        def unpack_from(self, buffer, offset=0):
            return unpack_from(self._format, buffer, offset)

        def iter_unpack(self, buffer, /):
            return _struct_iter_unpack(self._format, buffer)
    return Struct
