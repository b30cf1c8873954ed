from _json import decode as _decode

__all__ = ['JSONDecoder', 'JSONDecodeError']


class JSONDecodeError(ValueError):
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


class JSONDecoder:
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
            raise JSONDecodeError('Extra data', s, len(s) - len(rest))
        return obj

    def raw_decode(self, s, idx=0):
        return self._decode(s, idx, 2)
