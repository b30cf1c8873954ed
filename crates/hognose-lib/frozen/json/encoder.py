from _json import encode as _encode, quote as _quote

__all__ = ['JSONEncoder']


def encode_basestring(s):
    return _quote(s, False)


def encode_basestring_ascii(s):
    return _quote(s, True)


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError('Object of type ' + type(o).__name__ + ' is not JSON serializable')

    def encode(self, o):
        if isinstance(o, str):
            return _quote(o, bool(self.ensure_ascii))
        parts = self.iterencode(o, _one_shot=True)
        if not isinstance(parts, (list, tuple)):
            parts = list(parts)
        return ''.join(parts)

    def iterencode(self, o, _one_shot=False):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        if _one_shot:
            flags = (1 if self.skipkeys else 0) + (2 if self.ensure_ascii else 0) + (
                4 if self.check_circular else 0) + (8 if self.allow_nan else 0) + (16 if self.sort_keys else 0)
            return [_encode(o, self.default, indent, self.item_separator, self.key_separator, flags)]
        return self._parts(o, indent, '' if indent is None else '\n', {} if self.check_circular else None)

    def _scalar(self, o):
        # The text of what is no container, None for others.
        if isinstance(o, str):
            return _quote(o, bool(self.ensure_ascii))
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            if o != o:
                text = 'NaN'
            elif o in (float('inf'), -float('inf')):
                text = 'Infinity' if o > 0 else '-Infinity'
            else:
                return float.__repr__(o)
            if not self.allow_nan:
                raise ValueError('Out of range float values are not JSON compliant: ' + repr(o))
            return text
        return None

    def _parts(self, o, indent, line, open):
        text = self._scalar(o)
        if text is not None:
            yield text
            return
        is_list = isinstance(o, (list, tuple))
        if is_list or isinstance(o, dict):
            if not o:
                yield '[]' if is_list else '{}'
                return
        if open is not None:
            if id(o) in open:
                raise ValueError('Circular reference detected')
            open[id(o)] = o
        if is_list:
            yield from self._array(o, indent, line, open)
        elif isinstance(o, dict):
            yield from self._object(o, indent, line, open)
        else:
            yield from self._parts(self.default(o), indent, line, open)
        if open is not None:
            del open[id(o)]

    def _array(self, o, indent, line, open):
        inner = line if indent is None else line + indent
        start = '[' + inner
        for value in o:
            text = self._scalar(value)
            if text is not None:
                yield start + text
            else:
                yield start
                yield from self._parts(value, indent, inner, open)
            start = self.item_separator + inner
        if indent is not None:
            yield line
        yield ']'

    def _object(self, o, indent, line, open):
        inner = line if indent is None else line + indent
        yield '{'
        if indent is not None:
            yield inner
        first = True
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            if not isinstance(key, str):
                if key is not None and not isinstance(key, (int, float)):
                    if self.skipkeys:
                        continue
                    raise TypeError('keys must be str, int, float, bool or None, not ' + type(key).__name__)
                key = self._scalar(key)
            if first:
                first = False
            else:
                yield self.item_separator + inner
            yield _quote(key, bool(self.ensure_ascii))
            yield self.key_separator
            yield from self._parts(value, indent, inner, open)
        if indent is not None:
            yield line
        yield '}'
