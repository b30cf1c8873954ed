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
        raise TypeError("argument 1 must be str, not " + type(message).__name__)
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
    _group_store(group, items)
    return group


def _group_store(group, items):
    object.__setattr__(group, '__exceptions__', items)


def _group_items(group):
    return group.__dict__['__exceptions__']


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
    cause = group.__cause__
    if cause is not None:
        new.__cause__ = cause
    new.__suppress_context__ = group.__suppress_context__
    notes = getattr(group, '__notes__', None)
    if notes is not None:
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
        code = exc.code
        if code is None:
            return 0
        if isinstance(code, int):
            return int(code) & 255
        _write(2, str(code) + '\n')
        return 1
    hook = _sys_hook('excepthook')
    if hook is NotImplemented:
        _write(2, 'sys.excepthook is missing\n')
    elif hook is not None:
        hook(type(exc), exc, exc.__traceback__)
        return 1
    for line in _format_exception(exc, None):
        _write(2, line)
    return 1


def _safe_str(value):
    try:
        return str(value)
    except Exception:
        pass
    return '<exception str() failed>'


def _class_path(cls):
    module = cls.__module__
    if module == '__main__' or module == 'builtins':
        return cls.__qualname__
    if not isinstance(module, str):
        module = '<unknown>'
    return module + '.' + cls.__qualname__


def _format_stack(tb, indent):
    lines = []
    last = None
    count = 0
    while tb is not None:
        entry = _traceback_entry(tb)
        key = entry[:3]
        if key == last:
            count += 1
        else:
            if count > 3:
                lines.append(_repeated(indent, count - 3))
            last = key
            count = 1
        if count <= 3:
            lines.append(indent + '  File "' + entry[0] + '", line ' + str(entry[1]) + ', in ' + entry[2] + '\n')
            if entry[3]:
                lines.append(indent + '    ' + entry[3] + '\n')
                if entry[4]:
                    lines.append(indent + '    ' + entry[4] + '\n')
        tb = tb.tb_next
    if count > 3:
        lines.append(_repeated(indent, count - 3))
    return lines


def _repeated(indent, n):
    return indent + '  [Previous line repeated ' + str(n) + ' more time' + ('s' if n != 1 else '') + ']\n'


def _format_only(exc, indent):
    cls = type(exc)
    lines = []
    if isinstance(exc, SyntaxError) and exc.lineno is not None:
        filename = exc.filename
        lines.append(indent + '  File "' + (str(filename) if filename is not None else '<string>') + '", line ' + str(exc.lineno) + '\n')
        text = exc.text
        if text is not None:
            stripped = text.rstrip('\n').lstrip(' \n\f\t')
            lines.append(indent + '    ' + stripped.rstrip() + '\n')
            offset = exc.offset
            if offset is not None and offset >= 1:
                cut = len(text.rstrip('\n')) - len(stripped)
                end = exc.end_offset
                if end is None or end == 0 or exc.end_lineno is not None and exc.end_lineno != exc.lineno:
                    end = len(text.rstrip('\n')) + 1 if end is not None and end != 0 else offset
                if end == offset or end < offset:
                    end = offset + 1
                start = offset - 1 - cut
                stop = end - 1 - cut
                if start >= 0:
                    lines.append(indent + '    ' + ' ' * start + '^' * (stop - start) + '\n')
        msg = exc.msg
        text = str(msg) if msg is not None else '<no detail available>'
    else:
        text = _safe_str(exc)
    name = _class_path(cls)
    if text:
        text = name + ': ' + text
    else:
        text = name
    if indent:
        text = text.replace('\n', '\n' + indent)
    text += _suggestion(exc)
    lines.append(indent + text + '\n')
    notes = getattr(exc, '__notes__', None)
    if notes is not None:
        if isinstance(notes, (list, tuple)):
            for note in notes:
                for line in _safe_str(note).split('\n'):
                    lines.append(indent + line + '\n')
        else:
            lines.append(indent + repr(notes) + '\n')
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


def _format_exception(exc, limit):
    lines = []
    _format_chain(exc, lines, [], '')
    return lines


def _format_chain(exc, lines, seen, indent):
    seen.append(id(exc))
    cause = exc.__cause__
    context = exc.__context__
    if cause is not None and id(cause) not in seen:
        _format_chain(cause, lines, seen, indent)
        lines.append(indent + '\n' + indent + 'The above exception was the direct cause of the following exception:\n' + indent + '\n')
    elif context is not None and not exc.__suppress_context__ and id(context) not in seen:
        _format_chain(context, lines, seen, indent)
        lines.append(indent + '\n' + indent + 'During handling of the above exception, another exception occurred:\n' + indent + '\n')
    if isinstance(exc, BaseExceptionGroup):
        _format_group(exc, lines, seen, indent)
        return
    if exc.__traceback__ is not None:
        lines.append(indent + 'Traceback (most recent call last):\n')
        lines.extend(_format_stack(exc.__traceback__, indent))
    lines.extend(_format_only(exc, indent))


def _format_group(exc, lines, seen, indent):
    top = indent == ''
    inner = indent + '  | ' if top else indent
    if top:
        head = '  + Exception Group '
        if exc.__traceback__ is not None:
            lines.append(head + 'Traceback (most recent call last):\n')
            lines.extend(_format_stack(exc.__traceback__, inner))
    elif exc.__traceback__ is not None:
        lines.append(indent + 'Exception Group Traceback (most recent call last):\n')
        lines.extend(_format_stack(exc.__traceback__, inner))
    lines.extend(_format_only(exc, inner))
    margin = inner[:-2]
    n = len(exc.exceptions)
    for i in range(n):
        label = '...' if i >= 15 else str(i + 1)
        first = '+-' if i == 0 else '+-'
        lines.append(margin + ('+-' if i == 0 else '  ') + '+---------------- ' + label + ' ----------------\n')
        deeper = margin + '  | '
        if i >= 15:
            more = n - 15
            lines.append(deeper + 'and ' + str(more) + ' more exception' + ('s' if more > 1 else '') + '\n')
        else:
            _format_chain(exc.exceptions[i], lines, seen, deeper)
        if i >= 15:
            break
    lines.append(margin + '  +------------------------------------\n')
