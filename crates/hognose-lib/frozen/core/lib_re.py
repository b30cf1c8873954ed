def _re_fail(message, pattern, position):
    from re import error
    raise error(message, pattern, position)


def _re_no_text(text):
    raise TypeError('decoding to str: need a bytes-like object, ' + type(text).__name__ + ' found')


def _re_same(self, *args):
    return self


def _re_indexed(method, found, group):
    return getattr(found, method)(_lib_index(group))


def _re_groups(found, *groups):
    return tuple([found.group(group) for group in groups])


def _re_flags(flags):
    names = []
    for bit, name in ((1, 'TEMPLATE'), (2, 'IGNORECASE'), (4, 'LOCALE'), (8, 'MULTILINE'), (16, 'DOTALL'),
                      (32, 'UNICODE'), (64, 'VERBOSE'), (128, 'DEBUG'), (256, 'ASCII')):
        if flags & bit:
            names.append('re.' + name)
    if flags & ~511:
        names.append(hex(flags & ~511))
    return '|'.join(names)


def _re_pattern_repr(self):
    flags = self.flags
    pattern = self.pattern
    if isinstance(pattern, str) and flags & 294 in (32, 34):
        flags &= ~32
    flags = _re_flags(flags)
    return 're.compile(' + repr(pattern)[:200] + (', ' + flags if flags else '') + ')'


def _re_match_repr(self):
    return f'<re.Match object; span={self.span()!r}, match={repr(self.group())[:50]}>'


def _re_finditer(scanner):
    return iter(scanner.search, None)


def _re_go_on(task):
    step = _library('_re', 'step')
    while True:
        result = step(task)
        if result is not task:
            return result


def _re_join(parts, count):
    text = parts[0][:0].join(parts)
    return text if count is None else (text, count)


def _re_sub(pattern, repl, text, left, counted):
    between = _library('_re', 'between')
    call = callable(repl)
    if not call:
        if not isinstance(repl, (str, bytes, bytearray, memoryview)):
            _re_no_text(repl)
    search = pattern.scanner(text).search
    parts = []
    last = None
    n = 0
    while n != left:
        found = search()
        if found is None:
            break
        part = between(text, last, found)
        if part:
            parts.append(part)
        part = repl(found) if call else repl
        if part is not None:
            parts.append(part)
        last = found
        n += 1
    rest = between(text, last, None)
    if rest:
        parts.append(rest)
    joined = rest[:0].join(parts)
    return (joined, n) if counted else joined


def _re_equal(self, other):
    if type(other) is not type(self):
        return NotImplemented
    a = self.pattern
    b = other.pattern
    return self.flags == other.flags and type(a) is type(b) and a == b


def _re_hash(self):
    return hash((self.flags, self.pattern))
