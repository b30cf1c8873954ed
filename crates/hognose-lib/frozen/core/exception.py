def _exception_str(self):
    args = self.args
    n = len(args)
    if n == 0:
        return ''
    if n == 1:
        return str(args[0])
    return str(args)


def _exception_repr(self):
    args = self.args
    name = type(self).__name__
    if len(args) == 1:
        return name + '(' + repr(args[0]) + ')'
    return name + repr(args)


def _key_error_str(self):
    args = self.args
    if len(args) == 1:
        return repr(args[0])
    return _exception_str(self)


def _os_error_str(self):
    errno = self.errno
    if errno is not None or self.strerror is not None:
        text = '[Errno ' + str(errno) + '] ' + str(self.strerror)
        if self.filename is not None:
            text += ': ' + repr(self.filename)
            if self.filename2 is not None:
                text += ' -> ' + repr(self.filename2)
        return text
    return _exception_str(self)


def _import_error_str(self):
    msg = self.msg
    if type(msg) is str and len(self.args) <= 1:
        return msg
    return _exception_str(self)


def _syntax_error_str(self):
    msg = str(self.msg)
    filename = self.filename
    line = self.lineno
    if type(filename) is str:
        filename = filename[filename.rfind('/') + 1:]
        if type(line) is int:
            return msg + ' (' + filename + ', line ' + str(line) + ')'
        return msg + ' (' + filename + ')'
    if type(line) is int:
        return msg + ' (line ' + str(line) + ')'
    return msg


def _unicode_error_str(self):
    start = self.start
    end = self.end
    what = self.object
    if what is None:
        return ''
    if isinstance(self, UnicodeDecodeError):
        if start < len(what) and end == start + 1:
            return "'%s' codec can't decode byte 0x%02x in position %d: %s" % (self.encoding, what[start], start, self.reason)
        return "'%s' codec can't decode bytes in position %d-%d: %s" % (self.encoding, start, end - 1, self.reason)
    verb = "'%s' codec can't encode" % self.encoding if isinstance(self, UnicodeEncodeError) else "can't translate"
    if start < len(what) and end == start + 1:
        code = ord(what[start])
        if code < 256:
            shown = "'\\x%02x'" % code
        elif code < 65536:
            shown = "'\\u%04x'" % code
        else:
            shown = "'\\U%08x'" % code
        return "%s character %s in position %d: %s" % (verb, shown, start, self.reason)
    return "%s characters in position %d-%d: %s" % (verb, start, end - 1, self.reason)


def _exception_set_args(self, value):
    self.args = tuple(value)


def _exception_setstate(self, state):
    if state is None:
        return
    if not isinstance(state, dict):
        raise TypeError('state is not a dictionary')
    for name, value in state.items():
        setattr(self, name, value)


def _exception_add_note(self, note):
    if not isinstance(note, str):
        raise TypeError("note must be a str, not '" + type(note).__name__ + "'")
    notes = getattr(self, '__notes__', None)
    if notes is None:
        self.__notes__ = [note]
    elif isinstance(notes, list):
        notes.append(note)
    else:
        raise TypeError("Cannot add note: __notes__ is not a list")


def _group_check(cls, message, exceptions):
    if not isinstance(message, str):
        raise TypeError("BaseExceptionGroup.__new__() argument 1 must be str, not " + type(message).__name__)
    if isinstance(exceptions, (set, frozenset, dict)) or not hasattr(exceptions, '__getitem__'):
        raise TypeError('second argument (exceptions) must be a sequence')
    items = tuple(exceptions)
    if not items:
        raise ValueError('second argument (exceptions) must be a non-empty sequence')
    plain = True
    for i, item in enumerate(items):
        if not isinstance(item, BaseException):
            raise ValueError('Item %d of second argument (exceptions) is not an exception' % i)
        if not isinstance(item, Exception):
            plain = False
    if cls is BaseExceptionGroup:
        if plain:
            cls = ExceptionGroup
    elif not plain:
        if cls is ExceptionGroup:
            raise TypeError('Cannot nest BaseExceptions in an ExceptionGroup')
        if issubclass(cls, Exception):
            raise TypeError("Cannot nest BaseExceptions in '" + cls.__name__ + "'")
    group = _exception_new(cls, (message, exceptions))
    _group_store(group, message, items)
    return group


def _group_str(self):
    n = len(self.exceptions)
    return str(self.message) + ' (' + str(n) + ' sub-exception' + ('s' if n != 1 else '') + ')'


def _group_derive(self, excs):
    return BaseExceptionGroup(self.message, excs)


def _group_test(condition):
    if isinstance(condition, type) and issubclass(condition, BaseException):
        return lambda e: isinstance(e, condition)
    if isinstance(condition, tuple):
        for item in condition:
            if not (isinstance(item, type) and issubclass(item, BaseException)):
                break
        else:
            return lambda e: isinstance(e, condition)
    elif callable(condition):
        return condition
    raise TypeError('expected a function, exception type or tuple of exception types')


def _group_copy(group, parts):
    if not parts:
        return None
    new = group.derive(parts)
    if not isinstance(new, BaseExceptionGroup):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    new.__traceback__ = group.__traceback__
    new.__context__ = group.__context__
    # As in CPython this suppresses the context too.
    new.__cause__ = group.__cause__
    notes = getattr(group, '__notes__', None)
    if isinstance(notes, (list, tuple, str)):
        new.__notes__ = list(notes)
    return new


def _group_divide(group, test, rest):
    # (matching part, other part) of an exception or group; parts are None when empty.
    if test(group):
        return group, None
    if not isinstance(group, BaseExceptionGroup):
        return None, group
    yes = []
    no = []
    for item in group.exceptions:
        a, b = _group_divide(item, test, rest)
        if a is not None:
            yes.append(a)
        if b is not None:
            no.append(b)
    return _group_copy(group, yes), _group_copy(group, no) if rest else None


def _group_split(self, condition):
    return _group_divide(self, _group_test(condition), True)


def _group_subgroup(self, condition):
    return _group_divide(self, _group_test(condition), False)[0]


def _report(exc):
    # After an uncaught exception: shows it on standard error, gives the exit status.
    if isinstance(exc, SystemExit):
        return _leave(exc)
    hook = _sys_hook('excepthook')
    if hook is NotImplemented:
        _write_error('sys.excepthook is missing\n')
        hook = None
    if hook is None:
        _show_exception(exc)
        return 1
    failed = None
    try:
        hook(type(exc), exc, exc.__traceback__)
    except BaseException as error:
        failed = error
    if failed is None:
        return 1
    if isinstance(failed, SystemExit):
        return _leave(failed)
    failed.__context__ = None
    _write_error('Error in sys.excepthook:\n')
    _show_exception(failed)
    _write_error('\nOriginal exception was:\n')
    _show_exception(exc)
    return 1


def _leave(exc):
    # The exit status that a SystemExit asks for.
    code = exc.code
    if code is None:
        return 0
    if isinstance(code, int):
        code = int(code)
        return code & 255 if -1 << 63 <= code < 1 << 63 else 255
    _write_error(str(code) + '\n')
    return 1


def _write_error(text):
    # To sys.stderr, also when a script replaced it.
    stream = _sys_hook('stderr')
    if stream is None:
        _write(2, text)
    elif hasattr(stream, 'write'):
        stream.write(text)


def _show_exception(exc):
    for line in _format_exception(exc, _traceback_limit()):
        _write_error(line)


def _traceback_limit():
    limit = _sys_hook('tracebacklimit')
    return limit if isinstance(limit, int) else None


def _safe_str(value, failed):
    try:
        return str(value)
    except BaseException:
        pass
    return failed


def _class_path(cls):
    module = _type_module(cls)
    name = _type_qualname(cls)
    if module == '__main__' or module == 'builtins':
        return name
    if module is None:
        return '<unknown>.' + name
    return module + '.' + name


def _format_stack(tb, margin, limit):
    # The lines of a traceback; of a long one the last `limit` entries.
    n = 0
    at = tb
    while at is not None:
        n += 1
        at = at.tb_next
    if limit is None:
        limit = 1000
    while tb is not None and n > limit:
        n -= 1
        tb = tb.tb_next
    lines = []
    last = None
    count = 0
    while tb is not None:
        place = _traceback_where(tb)
        if place == last:
            count += 1
        else:
            if count > 3:
                lines.append(_repeated(margin, count - 3))
            last = place
            count = 1
        if count <= 3:
            lines.append(margin + '  File "' + place[0] + '", line ' + str(place[1]) + ', in ' + place[2] + '\n')
            source = _traceback_source(tb)
            if source is not None:
                lines.append(margin + '    ' + source[0] + '\n')
                if source[3]:
                    lines.append(margin + '    ' + ' ' * source[1] + '~' * source[2] + '^' * source[3] + '~' * source[4] + '\n')
        tb = tb.tb_next
    if count > 3:
        lines.append(_repeated(margin, count - 3))
    return lines


def _repeated(margin, n):
    return margin + '  [Previous line repeated ' + str(n) + ' more time' + ('s' if n != 1 else '') + ']\n'


def _format_syntax(exc, margin, lines, whole):
    # Where a SyntaxError happened; gives its message, None when it does not say where.
    line = getattr(exc, 'lineno', None)
    if not isinstance(line, int) or not hasattr(exc, 'print_file_and_line'):
        return None
    name = exc.filename
    lines.append(margin + '  File "' + (str(name) if name is not None else '<string>') + '", line ' + str(line) + '\n')
    text = exc.text
    if isinstance(text, str):
        offset = exc.offset
        if not isinstance(offset, int):
            offset = -1
        end = exc.end_offset
        if not isinstance(end, int):
            end = -1
        end_line = exc.end_lineno
        if isinstance(end_line, int) and end_line > line:
            end = len(text)
        end = min(end, len(text) + 1)
        count = end - offset if end > 0 and end > offset and (whole or type(exc) is SyntaxError) else 1
        stripped = text.lstrip(' \t\f')
        start = offset - 1 - (len(text) - len(stripped))
        if stripped[-1:] == '\n':
            stripped = stripped[:-1]
        start = min(start, len(stripped))
        cut = stripped.find('\n')
        while cut >= 0 and cut < start:
            stripped = stripped[cut + 1:]
            start -= cut + 1
            cut = stripped.find('\n')
        lines.append(margin + '    ' + stripped + '\n')
        if start >= 0:
            lines.append(margin + '    ' + ' ' * start + '^' * count + '\n')
    message = exc.msg
    return str(message) if message is not None else 'None'


def _format_only(exc, margin, whole=False):
    lines = []
    text = None
    if isinstance(exc, SyntaxError):
        text = _format_syntax(exc, margin, lines, whole)
    if text is None:
        text = _safe_str(exc, '<exception str() failed>')
    name = _class_path(type(exc))
    if text:
        text = name + ': ' + text
    else:
        text = name
    text += _suggestion(exc)
    if whole and margin:
        text = text.replace('\n', '\n' + margin)
    lines.append(margin + text + '\n')
    notes = getattr(exc, '__notes__', None)
    if notes is None:
        return lines
    if isinstance(notes, dict) or not hasattr(type(notes), '__getitem__'):
        try:
            text = repr(notes)
        except BaseException:
            text = '<__notes__ repr() failed>'
        lines.append(margin + text + '\n')
        return lines
    for note in notes:
        note = _safe_str(note, '<note str() failed>')
        if whole:
            for line in note.split('\n'):
                lines.append(margin + line + '\n')
        else:
            lines.append(''.join([margin + line for line in note.splitlines(True)]) + '\n')
    return lines


def _suggestion(exc):
    name = getattr(exc, 'name', None)
    if not isinstance(name, str):
        return ''
    if isinstance(exc, AttributeError):
        obj = getattr(exc, 'obj', None)
        if obj is None:
            return ''
        try:
            names = dir(obj)
        except Exception:
            return ''
    elif isinstance(exc, NameError):
        tb = exc.__traceback__
        if tb is None:
            return ''
        while tb.tb_next is not None:
            tb = tb.tb_next
        names = _names_at(tb)
    else:
        return ''
    best = _closest(name, names)
    if best is None:
        return ''
    return ". Did you mean: '" + best + "'?"


def _closest(name, names):
    if len(names) > 750 or len(name) > 40:
        return None
    best = None
    best_distance = None
    for candidate in names:
        if candidate == name:
            continue
        limit = (len(candidate) + len(name) + 3) * 2 // 6
        if best_distance is not None and best_distance - 1 < limit:
            limit = best_distance - 1
        distance = _edit_distance(name, candidate, limit)
        if distance > limit:
            continue
        if best is None or distance < best_distance:
            best = candidate
            best_distance = distance
    return best


def _edit_distance(a, b, limit):
    if a == b:
        return 0
    n = 0
    while n < len(a) and n < len(b) and a[n] == b[n]:
        n += 1
    a = a[n:]
    b = b[n:]
    n = 0
    while n < len(a) and n < len(b) and a[-1 - n] == b[-1 - n]:
        n += 1
    if n:
        a = a[:-n]
        b = b[:-n]
    if not a or not b:
        return 2 * (len(a) + len(b))
    if len(a) > 40 or len(b) > 40:
        return limit + 1
    if len(b) < len(a):
        a, b = b, a
    if 2 * (len(b) - len(a)) > limit:
        return limit + 1
    row = list(range(2, 2 * (len(a) + 1), 2))
    result = 0
    for i in range(len(b)):
        c = b[i]
        distance = result = i * 2
        least = 1000000
        for j in range(len(a)):
            substitute = distance + (0 if a[j] == c else 1 if a[j].lower() == c.lower() else 2)
            distance = row[j]
            result = min(min(result, distance) + 2, substitute)
            row[j] = result
            if result < least:
                least = result
        if least > limit:
            return limit + 1
    return result


def _format_exception(exc, limit=None, whole=False):
    # The lines that show an exception with all that led to it. `whole`: every line of a text gets the margin of its group.
    lines = []
    _format_chain(exc, lines, [set(), False], 0, limit, whole)
    return lines


def _format_chain(exc, lines, state, depth, limit, whole):
    # state: ids of the exceptions met, whether the line below the last group is still to come.
    seen, close = state
    chain = []
    message = None
    while True:
        seen.add(id(exc))
        chain.append((exc, message))
        cause = exc.__cause__
        if cause is not None:
            message = 'The above exception was the direct cause of the following exception:'
        elif not exc.__suppress_context__:
            cause = exc.__context__
            message = 'During handling of the above exception, another exception occurred:'
        if cause is None or id(cause) in seen:
            break
        exc = cause
    margin = '  ' * depth + '| ' if depth else ''
    while chain:
        exc, message = chain.pop()
        state[1] = close and not chain
        if isinstance(exc, BaseExceptionGroup):
            _format_group(exc, lines, state, depth, limit, whole)
        else:
            _format_traceback(exc, lines, margin, margin + 'Traceback', limit)
            lines.extend(_format_only(exc, margin, whole))
        if chain:
            lines.append(margin + '\n' + margin + message + '\n' + margin + '\n')


def _format_traceback(exc, lines, margin, head, limit):
    tb = exc.__traceback__
    if tb is None or limit is not None and limit <= 0:
        return
    lines.append(head + ' (most recent call last):\n')
    lines.extend(_format_stack(tb, margin, limit))


def _format_group(exc, lines, state, depth, limit, whole):
    if depth > 10:
        lines.append('  ' * depth + '| ... (max_group_depth is 10)\n')
        return
    depth = depth or 1
    indent = '  ' * depth
    margin = indent + '| '
    head = indent + ('+ ' if depth == 1 else '| ') + 'Exception Group Traceback'
    _format_traceback(exc, lines, margin, head, limit)
    lines.extend(_format_only(exc, margin, whole))
    parts = exc.exceptions
    n = len(parts)
    shown = n if n <= 15 else 16
    state[1] = False
    for i in range(shown):
        if i == shown - 1:
            state[1] = True
        label = str(i + 1) if i < 15 else '...'
        lines.append(indent + ('+-' if i == 0 else '  ') + '+---------------- ' + label + ' ----------------\n')
        if i < 15:
            _format_chain(parts[i], lines, state, depth + 1, limit, whole)
        else:
            lines.append(indent + '  | and ' + str(n - 15) + ' more exception' + ('s' if n > 16 else '') + '\n')
        if i == shown - 1 and state[1]:
            lines.append(indent + '  +------------------------------------\n')
            state[1] = False


def _code_positions(code):
    at = 0
    while True:
        place = _code_place(code, at)
        if place is None:
            return
        yield place
        at += 1


def _code_lines(code):
    start = end = 0
    line = None
    for place in _code_positions(code):
        if place[0] != line:
            if start != end:
                yield start, end, line
            start, line = end, place[0]
        end += 2
    if start != end:
        yield start, end, line
