from _struct import calcsize, pack, pack_into, unpack, unpack_from, rounds as _rounds

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']


class error(Exception):
    pass


def _steps(format, buffer, size, n):
    for i in range(n):
        yield unpack_from(format, buffer, i * size)


def iter_unpack(format, buffer, /):
    n = _rounds(format, buffer)
    return _steps(format, buffer, calcsize(format), n)


class Struct:
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
        return iter_unpack(self._format, buffer)
