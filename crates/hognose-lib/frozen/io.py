from _text import line as _line, offset as _offset, part as _part, size as _bytes

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError

__all__ = ['BlockingIOError', 'open', 'open_code', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO', 'StringIO',
           'BufferedIOBase', 'BufferedReader', 'BufferedWriter', 'BufferedRWPair', 'BufferedRandom', 'TextIOBase',
           'TextIOWrapper', 'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END', 'DEFAULT_BUFFER_SIZE',
           'text_encoding']


class UnsupportedOperation(OSError, ValueError):
    pass


def text_encoding(encoding, stacklevel=2):
    return 'locale' if encoding is None else encoding


def _size(n):
    if n is None:
        return -1
    if type(n) is int:
        return n
    if not hasattr(n, '__index__'):
        raise TypeError("argument should be integer or None, not '" + type(n).__name__ + "'")
    return _lib_index(n)


def _bytes_like(data):
    # What has bytes, as something with a length in bytes.
    if type(data) is bytes or type(data) is bytearray:
        return data
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    try:
        view = memoryview(data)
    except TypeError:
        view = None
    if view is None:
        raise TypeError("a bytes-like object is required, not '" + type(data).__name__ + "'")
    return bytes(view)


def _into(buffer):
    # A view of bytes that can be written.
    view = None
    try:
        view = memoryview(buffer)
    except TypeError:
        pass
    if view is None or view.readonly:
        raise TypeError('readinto() argument must be read-write bytes-like object, not ' + type(buffer).__name__)
    return view if view.format == 'B' else view.cast('B')


def _endings(text):
    # The kinds of ends of lines, a bit each: \r, \n, both.
    both = text.count('\r\n')
    return (text.count('\r') > both) | (text.count('\n') > both) << 1 | (both > 0) << 2


def _line_end(text, at, newline):
    # The place behind the next line end; -1 when there is none.
    if newline == '':
        cr = text.find('\r', at)
        lf = text.find('\n', at) if cr < 0 else text.find('\n', at, cr + 2)
        if cr < 0 or 0 <= lf < cr:
            return lf + 1 if lf >= 0 else -1
        return cr + 2 if lf == cr + 1 else cr + 1
    at = text.find(newline, at)
    return at + len(newline) if at >= 0 else -1


def _check_newline(newline, quoted):
    if newline is not None and not isinstance(newline, str):
        raise TypeError('newline must be str or None, not ' + type(newline).__name__)
    if newline not in (None, '', '\n', '\r', '\r\n'):
        raise ValueError('illegal newline value: ' + (repr(newline) if quoted else newline))


def _universal(text):
    return text.replace('\r\n', '\n').replace('\r', '\n') if '\r' in text else text


class IOBase:
    __closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def _checkClosed(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def _checkReadable(self):
        if not self.readable():
            raise UnsupportedOperation('File or stream is not readable.')

    def _checkWritable(self):
        if not self.writable():
            raise UnsupportedOperation('File or stream is not writable.')

    def _checkSeekable(self):
        if not self.seekable():
            raise UnsupportedOperation('File or stream is not seekable.')

    def seek(self, offset, whence=0, /):
        raise UnsupportedOperation('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None, /):
        raise UnsupportedOperation('truncate')

    def flush(self):
        if self.__closed:
            raise ValueError('I/O operation on closed file.')

    def close(self):
        if not self.__closed:
            try:
                self.flush()
            finally:
                self.__closed = True

    @property
    def closed(self):
        return self.__closed

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def isatty(self):
        self._checkClosed()
        return False

    def readline(self, size=-1, /):
        size = _size(size)
        line = b''
        while size < 0 or len(line) < size:
            n = 1
            if hasattr(self, 'peek'):
                ahead = self.peek(1)
                if ahead:
                    n = ahead.find(b'\n') + 1 or len(ahead)
                    if size >= 0:
                        n = min(n, size - len(line))
            part = self.read(n)
            if not part:
                break
            if not isinstance(part, bytes):
                raise OSError("read() should have returned a bytes object, not '" + type(part).__name__ + "'")
            line += part
            if line.endswith(b'\n'):
                break
        return line

    def readlines(self, hint=-1, /):
        hint = _size(hint)
        lines = []
        for line in self:
            lines.append(line)
            if hint > 0:
                hint -= len(line)
                if hint <= 0:
                    break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *exc):
        self.close()


class RawIOBase(IOBase):
    def read(self, size=-1, /):
        size = _size(size)
        if size < 0:
            return self.readall()
        buffer = bytearray(size)
        n = self.readinto(buffer)
        if n is None:
            return None
        return bytes(buffer[:n])

    def readall(self):
        parts = []
        while True:
            part = self.read(DEFAULT_BUFFER_SIZE)
            if not part:
                break
            parts.append(part)
        return b''.join(parts) if parts or part is not None else None

    def readinto(self, buffer, /):
        raise NotImplementedError

    def write(self, data, /):
        raise NotImplementedError


class BufferedIOBase(IOBase):
    def read(self, size=-1, /):
        raise UnsupportedOperation('read')

    def read1(self, size=-1, /):
        raise UnsupportedOperation('read1')

    def write(self, data, /):
        raise UnsupportedOperation('write')

    def detach(self):
        raise UnsupportedOperation('detach')

    def readinto(self, buffer, /):
        view = _into(buffer)
        data = self.read(len(view))
        view[:len(data)] = data
        return len(data)

    def readinto1(self, buffer, /):
        view = _into(buffer)
        data = self.read1(len(view))
        view[:len(data)] = data
        return len(data)


class TextIOBase(IOBase):
    def read(self, size=-1, /):
        raise UnsupportedOperation('read')

    def readline(self, size=-1, /):
        raise UnsupportedOperation('readline')

    def write(self, text, /):
        raise UnsupportedOperation('write')

    def detach(self):
        raise UnsupportedOperation('detach')

    @property
    def encoding(self):
        return None

    @property
    def errors(self):
        return None

    @property
    def newlines(self):
        return None


def _state_of(self):
    # What a script has put on a text or bytes in memory.
    own = {}
    for name, value in self.__dict__.items():
        if name[:9] not in ('_StringIO', '_BytesIO_', '_IOBase__'):
            own[name] = value
    return own or None


def _check_state(self, state, base, n):
    if not isinstance(state, tuple) or len(state) < n:
        cls = type(self)
        name = f'_io.{cls.__name__}' if cls is base else cls.__name__
        raise TypeError(f'{name}.__setstate__ argument should be {n}-tuple, got {type(state).__name__}')


def _put_state(self, state, place, comma):
    pos = state[place]
    if not isinstance(pos, int):
        name = 'second', 'third'
        raise TypeError(f'{name[place - 1]} item of state must be an integer, {comma} {type(pos).__name__}')
    if pos < 0:
        raise ValueError('position value cannot be negative')
    own = state[place + 1]
    if own is not None:
        if not isinstance(own, dict):
            name = 'third', 'fourth'
            raise TypeError(f'{name[place - 1]} item of state should be a dict, got a {type(own).__name__}')
        self.__dict__.update(own)
    return pos


class StringIO(TextIOBase):
    __module__ = '_io'
    # The text is __text and the __parts written behind it; __len is that of all. __at is the place __pos in bytes, -1
    # when it is not known.
    __text = None

    def __init__(self, initial_value='', newline='\n'):
        _check_newline(newline, True)
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError('initial_value must be str or None, not ' + type(initial_value).__name__)
        self.__newline = newline
        self.__ends = '\n' if newline is None else newline
        self.__parts = []
        self.__pos = self.__len = self.__ending = 0
        self.__text = ''
        if initial_value:
            self.write(initial_value)
        self.__pos = self.__at = 0

    def __whole(self):
        parts = self.__parts
        if parts is None:
            raise ValueError('I/O operation on closed file')
        if parts:
            self.__text = text = self.__text + ''.join(parts)
            parts.clear()
            return text
        return self.__text

    def getvalue(self):
        return self.__whole()

    def write(self, text=..., /):
        if not isinstance(text, str):
            if text is ...:
                raise TypeError('StringIO.write() takes exactly one argument (0 given)')
            raise TypeError("string argument expected, got '" + type(text).__name__ + "'")
        parts = self.__parts
        if parts is None:
            raise ValueError('I/O operation on closed file')
        n = len(text)
        newline = self.__newline
        if newline != '\n':
            if not newline:
                self.__ending |= _endings(text)
            if newline is None:
                text = _universal(text)
            elif newline:
                text = text.replace('\n', newline)
        pos = self.__pos
        end = pos + len(text)
        self.__at = -1
        if pos == self.__len:
            parts.append(text)
            self.__pos = self.__len = end
        elif text:
            old = self.__whole()
            if pos > len(old):
                old += '\0' * (pos - len(old))
            self.__text = old[:pos] + text + old[end:]
            self.__pos = end
            self.__len = len(self.__text)
        return n

    def __place(self, text):
        at = self.__at
        if at < 0:
            self.__at = at = _offset(text, self.__pos)
        return at

    def read(self, size=-1, /):
        text = self.__whole()
        size = _size(size)
        pos = self.__pos
        if pos >= self.__len:
            return ''
        at = self.__place(text)
        text = _part(text, at, size)
        self.__pos = pos + len(text)
        self.__at = at + _bytes(text)
        return text

    def readline(self, size=-1, /):
        text = self.__whole()
        size = _size(size)
        pos = self.__pos
        if pos >= self.__len:
            return ''
        at = self.__at
        if at < 0:
            at = self.__place(text)
        text = _line(text, at, self.__ends, size)
        self.__pos = pos + len(text)
        self.__at = at + _bytes(text)
        return text

    def __next__(self):
        line = StringIO.readline(self) if type(self) is StringIO else self.readline()
        if not line:
            raise StopIteration
        return line

    def tell(self):
        self.__whole()
        return self.__pos

    def seek(self, pos, whence=0, /):
        self.__whole()
        pos = _lib_index(pos)
        whence = _lib_index(whence)
        if not 0 <= whence <= 2:
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        if pos < 0 and whence == 0:
            raise ValueError(f'Negative seek position {pos}')
        if pos and whence:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence == 1:
            pos = self.__pos
        elif whence == 2:
            pos = self.__len
        self.__pos = pos
        self.__at = -1
        return pos

    def truncate(self, pos=None, /):
        text = self.__whole()
        pos = self.__pos if pos is None else _size(pos)
        if pos < 0:
            raise ValueError(f'Negative size value {pos}')
        if pos < self.__len:
            self.__text = text[:pos]
            self.__len = pos
        return pos

    def close(self):
        self.__parts = None
        self.__text = ''

    def __getstate__(self):
        return self.__whole(), self.__newline, self.__pos, _state_of(self)

    def __setstate__(self, state, /):
        if self.__text is not None:
            self.__whole()
        _check_state(self, state, StringIO, 4)
        StringIO.__init__(self, *state[:2])
        self.__pos = _put_state(self, state, 2, 'got')
        # As it was, whatever its ends of lines are.
        self.__parts.clear()
        self.__text = text = state[0] or ''
        self.__len = len(text)
        self.__at = -1

    @property
    def closed(self):
        if self.__text is None:
            raise ValueError('I/O operation on uninitialized object')
        return self.__parts is None

    @property
    def line_buffering(self):
        self.__whole()
        return False

    @property
    def newlines(self):
        self.__whole()
        kinds = []
        for bit, kind in ((1, '\r'), (2, '\n'), (4, '\r\n')):
            if self.__ending & bit:
                kinds.append(kind)
        return tuple(kinds) if len(kinds) > 1 else kinds[0] if kinds else None

    def readable(self):
        self.__whole()
        return True

    writable = seekable = readable


class BytesIO(BufferedIOBase):
    __module__ = '_io'

    def __init__(self, initial_bytes=b''):
        self.__pos = 0
        self.__buffer = bytearray(b'' if initial_bytes is None else _bytes_like(initial_bytes))

    def __open(self):
        buffer = self.__buffer
        if buffer is None:
            raise ValueError('I/O operation on closed file.')
        return buffer

    def getvalue(self):
        return bytes(self.__open())

    def getbuffer(self):
        return memoryview(self.__open())

    def write(self, data, /):
        buffer = self.__open()
        data = _bytes_like(data)
        n = len(data)
        if n:
            pos = self.__pos
            if pos > len(buffer):
                buffer.extend(bytes(pos - len(buffer)))
            buffer[pos:pos + n] = data
            self.__pos = pos + n
        return n

    def read(self, size=-1, /):
        buffer = self.__open()
        size = _size(size)
        pos = self.__pos
        end = len(buffer)
        if 0 <= size < end - pos:
            end = pos + size
        if end <= pos:
            return b''
        self.__pos = end
        return bytes(buffer[pos:end])

    read1 = read

    def readinto(self, buffer, /):
        source = self.__open()
        view = _into(buffer)
        pos = self.__pos
        data = source[pos:pos + len(view)]
        view[:len(data)] = data
        self.__pos = pos + len(data)
        return len(data)

    readinto1 = readinto

    def readline(self, size=-1, /):
        buffer = self.__open()
        size = _size(size)
        pos = self.__pos
        end = buffer.find(b'\n', pos) + 1 or len(buffer)
        if 0 <= size < end - pos:
            end = pos + size
        if end <= pos:
            return b''
        self.__pos = end
        return bytes(buffer[pos:end])

    def tell(self):
        self.__open()
        return self.__pos

    def seek(self, pos, whence=0, /):
        buffer = self.__open()
        pos = _lib_index(pos)
        whence = _lib_index(whence)
        if pos < 0 and whence == 0:
            raise ValueError(f'negative seek value {pos}')
        if whence == 1:
            pos += self.__pos
        elif whence == 2:
            pos += len(buffer)
        elif whence:
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        self.__pos = pos = max(pos, 0)
        return pos

    def truncate(self, size=None, /):
        buffer = self.__open()
        size = self.__pos if size is None else _size(size)
        if size < 0:
            raise ValueError(f'negative size value {size}')
        if size < len(buffer):
            del buffer[size:]
        return size

    def close(self):
        if self.__buffer is not None:
            # Refused while there are views of it.
            self.__buffer.append(0)
        self.__buffer = None

    def __getstate__(self):
        return self.getvalue(), self.__pos, _state_of(self)

    def __setstate__(self, state, /):
        if '_BytesIO__buffer' in self.__dict__:
            self.__open()
        _check_state(self, state, BytesIO, 3)
        buffer = bytearray(_bytes_like(state[0]))
        self.__pos = _put_state(self, state, 1, 'not')
        self.__buffer = buffer

    @property
    def closed(self):
        return self.__buffer is None

    def readable(self):
        self.__open()
        return True

    writable = seekable = readable

    def isatty(self):
        self.__open()
        return False

    def flush(self):
        self.__open()


def __getattr__(name):
    # The rest is made when it is first asked for.
    if name in __all__:
        import _files
        value = getattr(_files, name)
        __getattr__.__globals__[name] = value
        return value
    raise AttributeError("module 'io' has no attribute " + repr(name))
