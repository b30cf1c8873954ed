# What module io has for files: raw, buffered, text. Made when first used.
from _file import close as _close, flush as _flush, open as _open, read as _read, seek as _seek, \
    truncate as _truncate, write as _write
from io import BufferedIOBase, DEFAULT_BUFFER_SIZE, RawIOBase, TextIOBase, UnsupportedOperation, _bytes_like, \
    _check_newline, _into, _line_end, _size, _universal


# What is open for writing, by handle: without it, what is still in a buffer would be lost when a script forgets to close.
_writing = {}


def _flush_all():
    for stream in list(_writing.values()):
        try:
            stream.flush()
        except (OSError, ValueError):
            pass


def _path(file):
    if isinstance(file, (str, bytes)):
        return file
    f = _special(file, '__fspath__')
    if f is None:
        raise TypeError('expected str, bytes or os.PathLike object, not ' + type(file).__name__)
    return f()


class FileIO(RawIOBase):
    __module__ = '_io'
    __handle = None

    def __init__(self, file, mode='r', closefd=True, opener=None):
        path = _path(file)
        plus = '+' in mode
        kind = mode.replace('b', '').replace('+', '')
        for c in mode:
            if c not in 'xrwab+':
                raise ValueError('invalid mode: ' + mode)
        if len(kind) != 1 or mode.count('+') > 1:
            raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
        if isinstance(path, bytes):
            path = path.decode('utf-8', 'surrogateescape')
        if '\0' in path:
            raise ValueError('embedded null byte')
        if not closefd:
            raise ValueError('Cannot use closefd=False with file name')
        self.name = file
        self.__readable = kind == 'r' or plus
        self.__writable = kind != 'r' or plus
        self.__append = kind == 'a'
        self.mode = {'r': 'rb', 'w': 'wb', 'a': 'ab', 'x': 'xb'}[kind]
        if plus:
            self.mode = {'r': 'rb+', 'w': 'rb+', 'a': 'ab+', 'x': 'xb+'}[kind]
        # Bits: read, write, truncate, append, create, exclusive.
        flags = self.__readable | self.__writable << 1 | (kind == 'w') << 2 | self.__append << 3
        try:
            self.__handle = _open(path, flags | (kind != 'r') << 4 | (kind == 'x') << 5)
        except OSError as error:
            error.filename = file
            raise
        if self.__append:
            _seek(self.__handle, 0, 2)

    def __repr__(self):
        if self.__handle is None:
            return '<_io.FileIO [closed]>'
        return f'<_io.FileIO name={self.name!r} mode={self.mode!r} closefd=True>'

    def __open(self):
        if self.__handle is None:
            raise ValueError('I/O operation on closed file')
        return self.__handle

    def flush(self):
        if self.__handle is None:
            raise ValueError('I/O operation on closed file.')

    def readinto(self, buffer, /):
        handle = self.__open()
        if not self.__readable:
            raise UnsupportedOperation('File not open for reading')
        return _read(handle, _into(buffer))

    def read(self, size=-1, /):
        self.__open()
        if not self.__readable:
            raise UnsupportedOperation('File not open for reading')
        return super().read(size)

    def readall(self):
        handle = self.__open()
        if not self.__readable:
            raise UnsupportedOperation('File not open for reading')
        data = bytearray()
        room = bytearray(DEFAULT_BUFFER_SIZE)
        while True:
            n = _read(handle, room)
            if n == 0:
                return bytes(data)
            if n < len(room):
                data += memoryview(room)[:n]
            else:
                data += room

    def write(self, data, /):
        handle = self.__open()
        if not self.__writable:
            raise UnsupportedOperation('File not open for writing')
        return _write(handle, _bytes_like(data), 0)

    def seek(self, pos, whence=0, /):
        return _seek(self.__open(), _lib_index(pos), _lib_index(whence))

    def tell(self):
        return _seek(self.__open(), 0, 1)

    def truncate(self, size=None, /):
        handle = self.__open()
        if not self.__writable:
            raise UnsupportedOperation('File not open for writing')
        if size is None:
            size = self.tell()
        _truncate(handle, size)
        return size

    def close(self):
        handle = self.__handle
        if handle is not None:
            self.__handle = None
            _writing.pop(handle, None)
            _close(handle)

    @property
    def closed(self):
        return self.__handle is None

    @property
    def closefd(self):
        return True

    def fileno(self):
        return self.__open()

    def isatty(self):
        self.__open()
        return False

    def readable(self):
        self.__open()
        return self.__readable

    def writable(self):
        self.__open()
        return self.__writable

    def seekable(self):
        self.__open()
        return True


class _Buffered(BufferedIOBase):
    # What was read ahead is __ahead from __at on; what is to be written is in __behind.
    __raw = None

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if self._reads and not raw.readable():
            raise OSError('File or stream is not readable.')
        if self._writes and not raw.writable():
            raise OSError('File or stream is not writable.')
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        self.__raw = raw
        self.__room = buffer_size
        self.__ahead = b''
        self.__at = 0
        self.__behind = bytearray()

    def __repr__(self):
        name = getattr(self.__raw, 'name', None)
        return f'<_io.{type(self).__name__}>' if name is None else f'<_io.{type(self).__name__} name={name!r}>'

    def __source(self, what=None):
        raw = self.__raw
        if raw is None:
            raise ValueError('raw stream has been detached')
        if what is not None and raw.closed:
            raise ValueError(what)
        return raw

    def __fill(self, raw):
        # More read ahead, when there is none.
        if self.__behind:
            self.flush()
        self.__ahead = raw.read(self.__room) or b''
        self.__at = 0
        return self.__ahead

    def __take(self, n):
        at = self.__at
        self.__at = at + n
        return self.__ahead[at:at + n]

    def read(self, size=-1, /):
        raw = self.__source('read of closed file')
        if not self._reads:
            raise UnsupportedOperation('read')
        size = _size(size)
        if size < -1:
            raise ValueError('read length must be non-negative or -1')
        ready = len(self.__ahead) - self.__at
        if 0 <= size <= ready:
            return self.__take(size)
        if self.__behind:
            self.flush()
        parts = [self.__take(ready)]
        if size < 0:
            part = raw.readall() if hasattr(raw, 'readall') else raw.read()
            if part:
                parts.append(part)
            return b''.join(parts)
        size -= ready
        while size > 0:
            if not self.__fill(raw):
                break
            part = self.__take(min(size, len(self.__ahead)))
            parts.append(part)
            size -= len(part)
        return b''.join(parts)

    def read1(self, size=-1, /):
        raw = self.__source('read of closed file')
        if not self._reads:
            raise UnsupportedOperation('read1')
        size = _size(size)
        if size < 0:
            size = self.__room
        if size == 0:
            return b''
        if self.__at >= len(self.__ahead):
            self.__fill(raw)
        return self.__take(min(size, len(self.__ahead) - self.__at))

    def peek(self, size=0, /):
        raw = self.__source('peek of closed file')
        if not self._reads:
            raise UnsupportedOperation('peek')
        if self.__at >= len(self.__ahead):
            self.__fill(raw)
        return self.__ahead[self.__at:]

    def readline(self, size=-1, /):
        raw = self.__source('readline of closed file')
        if not self._reads:
            raise UnsupportedOperation('read')
        size = _size(size)
        parts = []
        while size:
            ready = len(self.__ahead) - self.__at
            if ready <= 0:
                ready = len(self.__fill(raw))
                if not ready:
                    break
            end = self.__ahead.find(b'\n', self.__at) + 1
            n = end - self.__at if end else ready
            if 0 <= size < n:
                n = size
            part = self.__take(n)
            if end and n == len(part) and part.endswith(b'\n') and not parts:
                return part
            parts.append(part)
            if part.endswith(b'\n'):
                break
            if size > 0:
                size -= n
        return b''.join(parts)

    def write(self, data, /):
        if not self._writes:
            raise UnsupportedOperation('write')
        self.__source('write to closed file')
        data = _bytes_like(data)
        if self.__at < len(self.__ahead):
            self.__unread()
        self.__ahead = b''
        self.__at = 0
        behind = self.__behind
        behind += data
        if len(behind) > self.__room:
            self.flush()
        return len(data)

    def __unread(self):
        # The raw stream goes back to where the reader is.
        back = len(self.__ahead) - self.__at
        self.__ahead = b''
        self.__at = 0
        if back:
            self.__raw.seek(-back, 1)

    def flush(self):
        raw = self.__source('flush of closed file')
        behind = self.__behind
        while behind:
            n = raw.write(bytes(behind))
            if n is None or n <= 0:
                raise BlockingIOError(11, 'write could not complete without blocking', 0)
            del behind[:n]

    def tell(self):
        raw = self.__source()
        return raw.tell() - (len(self.__ahead) - self.__at) + len(self.__behind)

    def seek(self, pos, whence=0, /):
        raw = self.__source('seek of closed file')
        pos = _lib_index(pos)
        if not 0 <= whence <= 2:
            raise ValueError(f'whence value {whence} unsupported')
        if not raw.seekable():
            raise UnsupportedOperation('File or stream is not seekable.')
        self.flush()
        if whence == 1:
            pos -= len(self.__ahead) - self.__at
        self.__ahead = b''
        self.__at = 0
        return raw.seek(pos, whence)

    def truncate(self, pos=None, /):
        raw = self.__source('truncate of closed file')
        if not self._writes:
            raise UnsupportedOperation('truncate')
        self.flush()
        return raw.truncate(self.tell() if pos is None else pos)

    def close(self):
        raw = self.__raw
        if raw is not None and not raw.closed:
            try:
                self.flush()
            finally:
                raw.close()

    def detach(self):
        raw = self.__source()
        self.flush()
        self.__raw = None
        return raw

    @property
    def raw(self):
        return self.__raw

    @property
    def closed(self):
        return self.__source().closed

    @property
    def name(self):
        return self.__source().name

    @property
    def mode(self):
        return self.__source().mode

    def readable(self):
        return self._reads and self.__source().readable()

    def writable(self):
        return self._writes and self.__source().writable()

    def seekable(self):
        return self.__source().seekable()

    def fileno(self):
        return self.__source().fileno()

    def isatty(self):
        return self.__source().isatty()


class BufferedReader(_Buffered):
    __module__ = '_io'
    _reads = True
    _writes = False


class BufferedWriter(_Buffered):
    __module__ = '_io'
    _reads = False
    _writes = True


class BufferedRandom(_Buffered):
    __module__ = '_io'
    _reads = _writes = True


class BufferedRWPair(BufferedIOBase):
    __module__ = '_io'

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        self.__reader = reader = BufferedReader(reader, buffer_size)
        self.__writer = writer = BufferedWriter(writer, buffer_size)
        self.read = reader.read
        self.read1 = reader.read1
        self.peek = reader.peek
        self.readinto = reader.readinto
        self.write = writer.write
        self.flush = writer.flush

    def close(self):
        try:
            self.__writer.close()
        finally:
            self.__reader.close()

    @property
    def closed(self):
        return self.__writer.closed

    def readable(self):
        return self.__reader.readable()

    def writable(self):
        return self.__writer.writable()


# Encodings with a mark in front, and what stands behind it unless the mark says otherwise.
_MARKED = {'utf16': 'utf-16-le', 'utf32': 'utf-32-le', 'utf8sig': 'utf-8'}
# Encodings by what is left over of a piece that ends within a character: in units of so many bytes.
_UNITS = {'utf16': 2, 'utf16le': 2, 'utf16be': 2, 'utf32': 4, 'utf32le': 4, 'utf32be': 4}


def _complete(data, encoding):
    # How many of the bytes are whole characters.
    n = len(data)
    if encoding in ('utf8', 'u8', 'utf', 'utf8sig'):
        for back in range(1, min(n, 4) + 1):
            c = data[n - back]
            if c < 128:
                return n
            if c >= 192:
                return n - back if back < 2 + (c >= 224) + (c >= 240) else n
        return n
    unit = _UNITS.get(encoding, 1)
    n -= n % unit
    if unit == 2 and n >= 2:
        high = data[n - 2] if encoding == 'utf16be' else data[n - 1]
        if 0xd8 <= high < 0xdc:
            n -= 2
    return n


class TextIOWrapper(TextIOBase):
    __module__ = '_io'
    # __raw is the text that was read ahead as decoded, __ahead the same with line ends translated, read from __at on;
    # __left are the bytes of a character that is not whole yet, __start is the place of the first byte of __raw, __marked
    # says whether a mark of order stands there. __order is the encoding behind such a mark.
    __buffer = None

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if encoding is not None and not isinstance(encoding, str):
            raise TypeError(f"TextIOWrapper() argument 'encoding' must be str or None, not {type(encoding).__name__}")
        _check_newline(newline, False)
        if encoding is None or encoding == 'locale':
            encoding = 'UTF-8'
        if errors is None:
            errors = 'strict'
        ''.encode(encoding, errors)
        buffer.readable()
        self.__buffer = buffer
        self.__encoding = encoding
        self.__plain = encoding.lower().replace('-', '').replace('_', '')
        self.__errors = errors
        self.__newline = newline
        self.__ends = '\n' if newline is None else newline
        self.__lines = bool(line_buffering)
        self.__through = bool(write_through)
        self.__seen = 0
        self.__behind = []
        self.__waiting = 0
        self.__mark = False
        self.__order = None
        self.__forget()

    def __forget(self):
        self.__raw = self.__ahead = ''
        self.__was_read = self.__marked = False
        self.__left = b''
        self.__at = 0
        self.__start = None
        self.__over = False

    def __repr__(self):
        text = '<_io.TextIOWrapper'
        name = getattr(self.__buffer, 'name', None)
        if name is not None:
            text += f' name={name!r}'
        mode = getattr(self, 'mode', None)
        if mode is not None:
            text += f' mode={mode!r}'
        return text + f' encoding={self.__encoding!r}>'

    def __below(self):
        if self.__buffer is None:
            raise ValueError('underlying buffer has been detached')
        return self.__buffer

    def __open(self):
        buffer = self.__below()
        if buffer.closed:
            raise ValueError('I/O operation on closed file.')
        return buffer

    def __more(self, buffer, all):
        # Reads on; False at the end. What was read and not taken stays before it.
        if self.__behind:
            self.flush()
        if not buffer.readable():
            raise UnsupportedOperation('not readable')
        if self.__over:
            self.__over = False
            return False
        if self.__at >= len(self.__ahead):
            self.__raw = self.__ahead = ''
            self.__at = 0
            self.__marked = False
            self.__start = buffer.tell() - len(self.__left) if buffer.seekable() else None
        data = buffer.read() if all else buffer.read1(DEFAULT_BUFFER_SIZE) if hasattr(buffer, 'read1') \
            else buffer.read(DEFAULT_BUFFER_SIZE)
        left = self.__left
        if left:
            data = left + data
        end = all or len(data) == len(left)
        n = len(data) if end else _complete(data, self.__plain)
        # A carriage return at the end waits for what follows.
        self.__left = data[n:]
        self.__was_read = True
        if self.__order is None and n and self.__plain in _MARKED:
            self.__order = _MARKED[self.__plain]
            unit = _UNITS.get(self.__plain)
            if unit and data[:unit] == b'\0\0\xfe\xff'[4 - unit:]:
                self.__order = self.__order[:-2] + 'be'
            self.__marked = not self.__start and data.startswith('\ufeff'.encode(self.__order))
            text = data[:n].decode(self.__encoding if self.__marked else self.__order, self.__errors)
        else:
            text = data[:n].decode(self.__order or self.__encoding, self.__errors)
        if not end and text.endswith('\r') and self.__newline in (None, ''):
            more = buffer.read1(1) if hasattr(buffer, 'read1') else buffer.read(1)
            if more == b'\n' and self.__plain not in _UNITS:
                text += '\n'
            else:
                self.__left += more
        if not text:
            if end:
                self.__over = False
                return False
            return True
        if self.__newline is None or self.__newline == '':
            crlf = text.count('\r\n')
            self.__seen |= (crlf > 0) << 2 | (text.count('\n') > crlf) << 1 | (text.count('\r') > crlf)
        self.__raw += text
        self.__ahead += _universal(text) if self.__newline is None else text
        self.__over = end
        return True

    def read(self, size=-1, /):
        size = _size(size)
        buffer = self.__open()
        if size < 0:
            while self.__more(buffer, True):
                pass
            text = self.__ahead[self.__at:]
            self.__at = len(self.__ahead)
            return text
        while len(self.__ahead) - self.__at < size:
            if not self.__more(buffer, False):
                break
        text = self.__ahead[self.__at:self.__at + size]
        self.__at += len(text)
        return text

    def readline(self, size=-1, /):
        size = _lib_index(size)
        buffer = self.__open()
        while True:
            end = _line_end(self.__ahead, self.__at, self.__ends)
            if end >= 0 or 0 <= size <= len(self.__ahead) - self.__at:
                break
            if not self.__more(buffer, False):
                end = len(self.__ahead)
                break
        at = self.__at
        if size >= 0 and (end < 0 or end - at > size):
            end = at + size
        line = self.__ahead[at:end]
        self.__at += len(line)
        return line

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError('write() argument must be str, not ' + type(text).__name__)
        buffer = self.__open()
        if not buffer.writable():
            raise UnsupportedOperation('not writable')
        n = len(text)
        lines = self.__lines and ('\n' in text or '\r' in text)
        newline = self.__newline
        if newline and newline != '\n':
            text = text.replace('\n', newline)
        if self.__ahead or self.__left:
            self.__unread()
        encoding = self.__encoding
        if self.__plain in _MARKED:
            if self.__mark or buffer.seekable() and buffer.tell():
                encoding = _MARKED[self.__plain]
            self.__mark = True
        data = text.encode(encoding, self.__errors)
        self.__behind.append(data)
        self.__waiting += len(data)
        if self.__waiting > DEFAULT_BUFFER_SIZE or lines or self.__through:
            self.__put()
            if lines:
                buffer.flush()
        return n

    def __put(self):
        data = b''.join(self.__behind)
        self.__behind.clear()
        self.__waiting = 0
        self.__buffer.write(data)

    def __unread(self):
        # The stream below goes back to where the reader is.
        if self.__buffer.seekable():
            self.__buffer.seek(self.tell())
        self.__forget()

    def flush(self):
        buffer = self.__open()
        if self.__behind:
            self.__put()
        buffer.flush()

    def tell(self):
        buffer = self.__open()
        if not buffer.seekable():
            raise UnsupportedOperation('underlying stream is not seekable')
        if self.__behind:
            self.flush()
        if self.__start is None or not self.__ahead and not self.__left:
            return buffer.tell()
        n = self.__at
        raw = self.__raw
        if self.__newline is None and '\r' in raw:
            # As many characters before line ends were translated.
            at = 0
            while n > 0:
                cr = raw.find('\r\n', at)
                if cr < 0 or cr - at >= n:
                    at += n
                    break
                n -= cr - at + 1
                at = cr + 2
            n = at
        encoding = self.__encoding if self.__marked else self.__order or self.__encoding
        return self.__start + len(raw[:n].encode(encoding, self.__errors))

    def seek(self, pos, whence=0, /):
        buffer = self.__open()
        if not buffer.seekable():
            raise UnsupportedOperation('underlying stream is not seekable')
        if whence == 1:
            if pos:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            pos = self.tell()
        elif whence == 2:
            if pos:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
        elif whence:
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        if pos < 0:
            raise ValueError(f'negative seek position {pos}')
        self.flush()
        self.__forget()
        pos = buffer.seek(pos, 2 if whence == 2 else 0)
        self.__mark = pos != 0
        if not pos:
            self.__order = None
        return pos

    def truncate(self, pos=None, /):
        self.flush()
        return self.__buffer.truncate(self.tell() if pos is None else pos)

    def close(self):
        buffer = self.__buffer
        if buffer is not None and not buffer.closed:
            try:
                self.flush()
            finally:
                buffer.close()

    def detach(self):
        buffer = self.__open()
        self.flush()
        self.__buffer = None
        return buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None):
        if self.__was_read and not (encoding is None and errors is None and newline is ...):
            raise UnsupportedOperation(
                'It is not possible to set the encoding or newline of stream after the first read')
        self.flush()
        if encoding is not None:
            self.__encoding = encoding
            self.__plain = encoding.lower().replace('-', '').replace('_', '')
            self.__errors = 'strict'
        if errors is not None:
            self.__errors = errors
        if newline is not ...:
            _check_newline(newline, False)
            self.__newline = newline
            self.__ends = '\n' if newline is None else newline
        if line_buffering is not None:
            self.__lines = bool(line_buffering)
        if write_through is not None:
            self.__through = bool(write_through)

    @property
    def buffer(self):
        return self.__buffer

    @property
    def encoding(self):
        return self.__encoding

    @property
    def errors(self):
        return self.__errors

    @property
    def line_buffering(self):
        return self.__lines

    @property
    def write_through(self):
        return self.__through

    @property
    def newlines(self):
        seen = [None, '\r', '\n', ('\r', '\n'), '\r\n', ('\r', '\r\n'), ('\n', '\r\n'), ('\r', '\n', '\r\n')]
        return seen[self.__seen]

    @property
    def closed(self):
        if self.__buffer is None:
            raise ValueError('underlying buffer has been detached')
        return self.__buffer.closed

    @property
    def name(self):
        return self.__buffer.name

    def readable(self):
        return self.__below().readable()

    def writable(self):
        return self.__below().writable()

    def seekable(self):
        return self.__below().seekable()

    def fileno(self):
        return self.__below().fileno()

    def isatty(self):
        return self.__below().isatty()


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    for value, name, none in ((mode, 'mode', ''), (encoding, 'encoding', ' or None'), (errors, 'errors', ' or None')):
        if not isinstance(value, str) and (value is not None or not none):
            raise TypeError(f"open() argument '{name}' must be str{none}, not {type(value).__name__}")
    stream = isinstance(file, int)
    if not stream:
        file = _path(file)
    if len(set(mode)) < len(mode) or set(mode) - set('axrwb+t'):
        raise ValueError(f'invalid mode: {mode!r}')
    text = 't' in mode
    binary = 'b' in mode
    if text and binary:
        raise ValueError("can't have text and binary mode at once")
    kinds = mode.replace('+', '').replace('t', '').replace('b', '')
    if len(kinds) != 1:
        if kinds or '+' not in mode and not mode:
            if kinds:
                raise ValueError('must have exactly one of create/read/write/append mode')
        raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
    if binary:
        if encoding is not None:
            raise ValueError("binary mode doesn't take an encoding argument")
        if errors is not None:
            raise ValueError("binary mode doesn't take an errors argument")
        if newline is not None:
            raise ValueError("binary mode doesn't take a newline argument")
    if stream:
        return _standard(file, kinds, binary)
    if _writing:
        # A script that did not close a file may read it now.
        _flush_all()
    raw = FileIO(file, kinds + ('+' if '+' in mode else ''), closefd)
    try:
        if buffering == 0:
            if not binary:
                raise ValueError("can't have unbuffered text I/O")
            return raw
        size = buffering if buffering > 1 else DEFAULT_BUFFER_SIZE
        kind = BufferedRandom if '+' in mode else BufferedReader if kinds == 'r' else BufferedWriter
        buffer = kind(raw, size)
        if kind is not BufferedReader:
            _writing[raw.fileno()] = buffer
        if binary:
            return buffer
        wrapper = TextIOWrapper(buffer, encoding, errors, newline, buffering == 1)
        wrapper.mode = mode
        if kind is not BufferedReader:
            _writing[raw.fileno()] = wrapper
        return wrapper
    except BaseException:
        raw.close()
        raise


def _standard(number, kind, binary):
    # The standard streams have numbers as well.
    if number not in (0, 1, 2) or (kind == 'r') != (number == 0):
        raise OSError(9, 'Bad file descriptor')
    stream = _console(number)
    return stream.buffer if binary else stream


def open_code(path):
    return open(path, 'rb')
