def _json_fail(message, text, position):
    from json.decoder import JSONDecodeError
    raise JSONDecodeError(message, text, position)


def _json_encode_on(state, wanted):
    # The state: [parts, stack, ..., value at 6, is it next at 7, default at 8]; each level of the stack is object,
    # what is gone through, how far, how.
    step = _library('_json', 'encode_step')
    stack = state[1]
    default = state[8]
    while wanted:
        if wanted == 2:
            if default is None:
                from json.encoder import JSONEncoder
                default = JSONEncoder().default
            state[6] = default(stack[-4])
            state[7] = True
        elif wanted == 3:
            stack[-3] = items = list(stack[-4].items())
            if state[5] & 16:
                items.sort()
        elif wanted == 4:
            stack[-3] = sorted(stack[-4])
        wanted = step(state)
    return ''.join(state[0])


def _json_decode_on(state, wanted):
    # The state: [text, values, ..., hooks].
    step = _library('_json', 'decode_step')
    values = state[1]
    hooks = state[7]
    while wanted:
        if wanted > 1:
            values[-1] = hooks[wanted - 2](values[-1])
        wanted = step(state)
    return values[0]


def _json_encode_basestring(s):
    return _library('_json', 'quote')(s, False)


def _json_encode_basestring_ascii(s):
    return _library('_json', 'quote')(s, True)


def _json_encoder():
    from json.encoder import JSONEncoder
    return JSONEncoder


def _json_encoder_class():
    _encode = _library('_json', 'encode')
    _quote = _library('_json', 'quote')

    class JSONEncoder:
        __module__ = 'json.encoder'
        __qualname__ = 'JSONEncoder'
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
    return JSONEncoder


def _json_decode_error():
    from json.decoder import JSONDecodeError
    return JSONDecodeError


def _json_decode_error_class():
    class JSONDecodeError(ValueError):
        __module__ = 'json.decoder'
        __qualname__ = 'JSONDecodeError'

        def __init__(self, msg, doc, pos):
            lineno = doc.count('\n', 0, pos) + 1
            colno = pos - doc.rfind('\n', 0, pos)
            ValueError.__init__(self, f'{msg}: line {lineno} column {colno} (char {pos})')
            self.msg = msg
            self.doc = doc
            self.pos = pos
            self.lineno = lineno
            self.colno = colno

        def __reduce__(self):
            return self.__class__, (self.msg, self.doc, self.pos)
    return JSONDecodeError


def _json_decoder():
    from json.decoder import JSONDecoder
    return JSONDecoder


def _json_decoder_class():
    _decode = _library('_json', 'decode')

    class JSONDecoder:
        __module__ = 'json.decoder'
        __qualname__ = 'JSONDecoder'

        def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                     object_pairs_hook=None):
            self.object_hook = object_hook
            self.parse_float = parse_float
            self.parse_int = parse_int
            self.parse_constant = parse_constant
            self.strict = strict
            self.object_pairs_hook = object_pairs_hook

        def _decode(self, s, at, flags):
            hooks = (self.object_pairs_hook, self.object_hook, self.parse_float, self.parse_int, self.parse_constant)
            if self.strict:
                flags += 1
            bit = 8
            for hook in hooks:
                if hook is not None:
                    flags += bit
                bit += bit
            return _decode(s, at, flags, hooks, None)

        def decode(self, s):
            if not isinstance(s, str):
                raise TypeError('expected string or bytes-like object, got ' + repr(type(s).__name__))
            if type(self).raw_decode is JSONDecoder.raw_decode:
                return self._decode(s, 0, 4)
            obj, end = self.raw_decode(s, idx=len(s) - len(s.lstrip(' \t\n\r')))
            rest = s[end:].lstrip(' \t\n\r')
            if rest:
                _json_fail('Extra data', s, len(s) - len(rest))
            return obj

        def raw_decode(self, s, idx=0):
            return self._decode(s, idx, 2)
    return JSONDecoder


def _json_all():
    return ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']


def _json_decoder_module():
    from sys import modules
    import json.decoder
    return modules['json.decoder']


def _json_encoder_module():
    from sys import modules
    import json.encoder
    return modules['json.encoder']


def _json_dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False, **kw):
    if cls is None:
        from json.encoder import JSONEncoder as cls
    encoder = cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
                  allow_nan=allow_nan, indent=indent, separators=separators, default=default,
                  sort_keys=sort_keys, **kw)
    for part in encoder.iterencode(obj):
        fp.write(part)


def _json_dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    if cls is None:
        from json.encoder import JSONEncoder as cls
    return cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
               allow_nan=allow_nan, indent=indent, separators=separators, default=default,
               sort_keys=sort_keys, **kw).encode(obj)


def _json_detect_encoding(b):
    # By byte-order marks, and by where the zero bytes are: JSON text starts with two characters of ASCII.
    if b.startswith((b'\xff\xfe\0\0', b'\0\0\xfe\xff')):
        return 'utf-32'
    if b.startswith((b'\xff\xfe', b'\xfe\xff')):
        return 'utf-16'
    if b.startswith(b'\xef\xbb\xbf'):
        return 'utf-8-sig'
    if len(b) >= 4:
        if not b[0]:
            return 'utf-16-be' if b[1] else 'utf-32-be'
        if not b[1]:
            return 'utf-16-le' if b[2] or b[3] else 'utf-32-le'
    elif len(b) == 2:
        if not b[0]:
            return 'utf-16-be'
        if not b[1]:
            return 'utf-16-le'
    return 'utf-8'


def _json_load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
         object_pairs_hook=None, **kw):
    return _json_loads(fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
                 parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw)


def _json_loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            _json_fail('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    else:
        if not isinstance(s, (bytes, bytearray)):
            raise TypeError('the JSON object must be str, bytes or bytearray, not ' + type(s).__name__)
        s = s.decode(_json_detect_encoding(s), 'surrogatepass')
    if cls is None and object_hook is None and parse_float is None and parse_int is None and (
            parse_constant is None) and object_pairs_hook is None and not kw:
        return _library('_json', 'decode')(s, 0, 1, None, None)
    if object_hook is not None:
        kw['object_hook'] = object_hook
    if object_pairs_hook is not None:
        kw['object_pairs_hook'] = object_pairs_hook
    if parse_float is not None:
        kw['parse_float'] = parse_float
    if parse_int is not None:
        kw['parse_int'] = parse_int
    if parse_constant is not None:
        kw['parse_constant'] = parse_constant
    if cls is None:
        from json.decoder import JSONDecoder as cls
    return cls(**kw).decode(s)
