def _structure_repr(self):
    cls = type(self)
    names = cls.__match_args__
    return cls.__module__ + '.' + cls.__name__ + '(' + ', '.join([names[i] + '=' + repr(x) for i, x in enumerate(self[:len(names)])]) + ')'


def _structure_new(cls, *args):
    raise TypeError(f"cannot create '{cls.__module__}.{cls.__name__}' instances")


def _structure(module, name, fields, new):
    # A tuple type with names for the items, like that of sys.version_info.
    names = tuple(fields.split())
    getter = _library('_collections', '_tuplegetter')
    namespace = {'__slots__': (), '__module__': module, '__match_args__': names, '__repr__': _structure_repr,
                 '__new__': new, 'n_fields': len(names), 'n_sequence_fields': len(names), 'n_unnamed_fields': 0}
    for i, field in enumerate(names):
        namespace[field] = getter(i, ...)
    return _as_builtin(type(name, (tuple,), namespace))


def _sys_structure(name, fields, *values):
    return tuple.__new__(_structure('sys', name, fields, _structure_new), values)


def _sys_version_info():
    return _sys_structure('version_info', 'major minor micro releaselevel serial', 3, 11, 0, 'final', 0)


def _sys_implementation():
    import sys
    return _sys_namespace()(name='hognose', cache_tag=None, version=sys.version_info, hexversion=sys.hexversion)


def _sys_namespace():
    class SimpleNamespace:
        __module__ = 'types'
        __qualname__ = 'SimpleNamespace'

        def __init__(self, /, *args, **kwargs):
            if args:
                raise TypeError('no positional arguments expected')
            self.__dict__.update(kwargs)

        def __repr__(self):
            name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
            if not _repr_enter(self):
                return name + '(...)'
            try:
                return name + '(' + ', '.join([f'{k}={v!r}' for k, v in self.__dict__.items()]) + ')'
            finally:
                _repr_leave()

        def __eq__(self, other):
            if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
                return self.__dict__ == other.__dict__
            return NotImplemented

        def __reduce__(self):
            return type(self), (), self.__dict__
    return _as_builtin(SimpleNamespace)


def _sys_float_info():
    return _sys_structure(
        'float_info', 'max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds',
        1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1)


def _sys_int_info():
    return _sys_structure('int_info', 'bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold',
                          32, 4, 4300, 640)


def _sys_hash_info():
    return _sys_structure('hash_info', 'width modulus inf nan imag algorithm hash_bits seed_bits cutoff',
                          64, 2305843009213693951, 314159, 0, 1000003, 'hognose', 64, 0, 0)


def _sys_flags():
    return _sys_structure(
        'flags', 'debug inspect interactive optimize dont_write_bytecode no_user_site no_site ignore_environment '
        'verbose bytes_warning quiet hash_randomization isolated dev_mode utf8_mode warn_default_encoding safe_path '
        'int_max_str_digits', 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, False, 1, 0, False, -1)


def _sys_nothing():
    return []


def _sys_path():
    main = _modules().get('__main__')
    file = _module_value(main, '__file__')
    return [file.rpartition('/')[0] if isinstance(file, str) else '']


def _sys_builtin_module_names():
    return _static_modules()


def _sys_exit(*args):
    if len(args) > 1:
        raise TypeError(f'exit expected at most 1 argument, got {len(args)}')
    status = args[0] if args else None
    if status is None:
        raise SystemExit
    if isinstance(status, tuple):
        raise SystemExit(*status)
    raise SystemExit(status)


def _sys_exception():
    return _handled()


def _sys_exc_info():
    exc = _handled()
    if exc is None:
        return None, None, None
    return type(exc), exc, exc.__traceback__


def _sys_getframe(depth=0, /):
    frame = _frames(_lib_index(depth))
    if frame is None:
        raise ValueError('call stack is not deep enough')
    return frame


def _sys_getsizeof(object, *default):
    size = _special(object, '__sizeof__')
    if size is None:
        if default:
            return default[0]
        raise TypeError(f'Type {type(object).__name__} doesn\'t define __sizeof__')
    size = size()
    if not isinstance(size, int):
        raise TypeError(f"'{type(size).__name__}' object cannot be interpreted as an integer")
    if size < 0:
        raise ValueError('__sizeof__() should return >= 0')
    return size


def _sys_excepthook(type, value, traceback, /):
    import sys
    stream = getattr(sys, 'stderr', None)
    if stream is None:
        return
    if not isinstance(value, BaseException):
        stream.write(f'TypeError: print_exception(): Exception expected for value, {value.__class__.__name__} found\n')
        return
    if value.__traceback__ is None and traceback is not None:
        value.__traceback__ = traceback
    for line in _format_exception(value, _traceback_limit()):
        stream.write(line)


def _sys_print_exception(exc, file=None, /):
    if file is None:
        import sys
        file = sys.stdout
    for line in _format_exception(exc, None):
        file.write(line)
