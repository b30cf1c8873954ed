# Memory of the host outside the block, as a memoryview of bytes shows it. The host offers module `_vibe`.
from _vibe import length as _length, load as _load, release as _release, store as _store, transfer as _transfer


class memory:
    __module__ = 'vibe'
    __slots__ = ('_block', '_start', '_length', 'readonly')
    format = 'B'
    itemsize = 1
    ndim = 1
    obj = None

    def __init__(self, block, start, length, readonly):
        self._block = block
        self._start = start
        self._length = length
        self.readonly = readonly

    def __len__(self):
        return self._length

    @property
    def nbytes(self):
        return self._length

    @property
    def shape(self):
        return (self._length,)

    def _part(self, item):
        start, stop, step = item.indices(self._length)
        if step != 1:
            raise ValueError('slices of memory of the host have no step')
        return start, max(stop - start, 0)

    def _index(self, item):
        i = item.__index__() if hasattr(item, '__index__') else None
        if i is None:
            raise TypeError('memoryview: invalid slice key')
        if i < 0:
            i += self._length
        if not 0 <= i < self._length:
            raise IndexError('index out of bounds on dimension 1')
        return i

    def _read(self, start, n):
        data = _load(self._block, self._start + start, n)
        if data is None:
            raise ValueError('operation forbidden on released memory')
        return data

    def _write(self, start, n, data):
        if self.readonly:
            raise TypeError('cannot modify read-only memory')
        if not _store(self._block, self._start + start, n, data):
            raise ValueError('operation forbidden on released memory')

    def __getitem__(self, item):
        if isinstance(item, slice):
            start, n = self._part(item)
            return memory(self._block, self._start + start, n, self.readonly)
        return self._read(self._index(item), 1)[0]

    def __setitem__(self, item, value):
        if not isinstance(item, slice):
            i = self._index(item)
            if not isinstance(value, int):
                raise TypeError("memoryview: invalid type for format 'B'")
            if not 0 <= value <= 255:
                raise ValueError("memoryview: invalid value for format 'B'")
            self._write(i, 1, bytes((value,)))
            return
        start, n = self._part(item)
        if len(value) != n:
            raise ValueError('memoryview assignment: lvalue and rvalue have different structures')
        if n and not copy(self, start, value, 0, n):
            self._write(start, n, b'')

    def __iter__(self):
        for i in range(self._length):
            yield self._read(i, 1)[0]

    def __bytes__(self):
        return self._read(0, self._length)

    def tobytes(self):
        return self._read(0, self._length)

    def tolist(self):
        return list(self.tobytes())

    def hex(self):
        return self.tobytes().hex()

    def __eq__(self, other):
        if isinstance(other, memory):
            other = other.tobytes()
        if not isinstance(other, (bytes, bytearray, memoryview)):
            return NotImplemented
        return self.tobytes() == other

    __hash__ = None

    def __repr__(self):
        return '<memory of %d bytes>' % self._length


def free(m):
    if not isinstance(m, memory):
        raise TypeError('free() takes what malloc() gave, not ' + type(m).__name__)
    _release(m._block)


def copy(dst, at, src, start, n):
    if n < 0 or at < 0 or start < 0 or at + n > len(dst) or start + n > len(src):
        return False
    if isinstance(dst, memory):
        if dst.readonly:
            raise TypeError('cannot modify read-only memory')
        if isinstance(src, memory):
            return _transfer(src._block, src._start + start, n, dst._block, dst._start + at)
        return n == 0 or _store(dst._block, dst._start + at, n, memoryview(src)[start:start + n])
    data = src._read(start, n) if isinstance(src, memory) else bytes(memoryview(src)[start:start + n])
    memoryview(dst)[at:at + n] = data
    return True


def copy_rows(dst, dst_pitch, src, src_pitch, width, height):
    if width < 0 or height < 0:
        return False
    if height and ((height - 1) * dst_pitch + width > len(dst) or (height - 1) * src_pitch + width > len(src)):
        return False
    for row in range(height):
        if not copy(dst, row * dst_pitch, src, row * src_pitch, width):
            return False
    return True


def fill(dst, pattern):
    n = len(dst)
    if isinstance(dst, memory):
        if dst.readonly:
            raise TypeError('cannot modify read-only memory')
        return n == 0 or _store(dst._block, dst._start, n, pattern)
    memoryview(dst)[:] = (pattern * (n // 4 + 1))[:n]
    return True
