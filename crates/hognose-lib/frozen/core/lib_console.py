def _console_self(self):
    return self


def _console_exit(self, *exc):
    return None


def _console_class(self):
    # What is made when it is first asked for need not be made for this: nothing can be compared with it yet.
    names = vars(_modules()['io'])
    name = type(self).__name__
    base = 'TextIOBase' if name == 'TextIOWrapper' else 'BufferedIOBase'
    return names.get(name) or names.get(base) or type(self)


def _console_repr(self):
    name = type(self).__name__
    if name == 'TextIOWrapper':
        return '<_io.TextIOWrapper name=' + repr(self.name) + " mode='" + self.mode + "' encoding='utf-8'>"
    return '<_io.' + name + ' name=' + repr(self.name) + '>'


def _console_refuse():
    from io import UnsupportedOperation
    raise UnsupportedOperation('not writable')


def _console_line(self):
    if not self.readable():
        from io import UnsupportedOperation
        raise UnsupportedOperation('not readable')
    line = _console_keep(self, None)
    if line:
        return line
    line = _host_line()
    return line.decode('utf-8', 'surrogateescape') if type(self).__name__ == 'TextIOWrapper' else line


def _console_read(self, size=-1, /):
    if size is None:
        size = -1
    size = _lib_index(size)
    line = _console_line(self)
    parts = []
    empty = line[:0]
    while line:
        if size >= 0:
            if len(line) > size:
                _console_keep(self, line[size:])
                line = line[:size]
            size -= len(line)
        parts.append(line)
        if size == 0:
            break
        line = _console_line(self)
    return empty.join(parts)


def _console_readline(self, size=-1, /):
    if size is None:
        size = -1
    size = _lib_index(size)
    line = _console_line(self)
    if 0 <= size < len(line):
        _console_keep(self, line[size:])
        line = line[:size]
    return line


def _console_next(self):
    line = _console_line(self)
    if line:
        return line
    raise StopIteration


def _console_readlines(self, hint=-1, /):
    lines = []
    if hint is None:
        hint = -1
    while True:
        line = _console_line(self)
        if not line:
            return lines
        lines.append(line)
        if hint > 0:
            hint -= len(line)
            if hint <= 0:
                return lines


def _console_writelines(self, lines, /):
    for line in lines:
        self.write(line)


def _console_reconfigure(self, **options):
    return None
