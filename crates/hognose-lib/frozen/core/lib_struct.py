def _struct_fail(message):
    from struct import error
    raise error(message)


def _struct_bad_format(format, *args):
    format.encode('ascii')


def _struct_values(format, values):
    # What natives cannot convert: None stands for what is no number.
    made = []
    for i, kind in enumerate(_library('_struct', 'kinds')(format)):
        value = values[i]
        if kind == 'i':
            if not isinstance(value, int):
                f = _special(value, '__index__')
                value = None if f is None else f()
        elif kind == 'f':
            try:
                value = _real(value)
            except Exception:
                value = None
        elif kind == '?':
            value = bool(value)
        made.append(value)
    return made


def _struct_pack(format, *values):
    return _library('_struct', 'pack')(format, *_struct_values(format, values))


def _struct_pack_into(format, buffer, offset, *values):
    return _library('_struct', 'pack_into')(format, buffer, _lib_index(offset), *_struct_values(format, values))


def _struct_unpack_from(format, /, buffer, offset=0):
    return _library('_struct', 'unpack_from')(format, buffer, _lib_index(offset))
