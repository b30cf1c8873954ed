def _getattribute(obj, name):
    missing = False
    try:
        return _special(obj, '__getattribute__')(name)
    except AttributeError as e:
        hook = _special(obj, '__getattr__')
        if hook is None:
            raise
    return hook(name)


def _getattr_hook(obj, name):
    try:
        return _plain_getattr(obj, name)
    except AttributeError:
        hook = _special(obj, '__getattr__')
    return hook(name)


def _call_getattr(obj, name):
    return _special(obj, '__getattr__')(name)


def _getattr_default(obj, name, default):
    try:
        return getattr(obj, name)
    except AttributeError:
        return default


def _hasattr(obj, name):
    try:
        getattr(obj, name)
        return True
    except AttributeError:
        return False


def _sorted_keys(namespace):
    return sorted(namespace)


def _builtin_dir(obj):
    method = _special(obj, '__dir__')
    if method is None:
        raise TypeError('object does not provide __dir__')
    return sorted(method())


def _builtin_isinstance(obj, cls):
    if type(obj) is cls:
        return True
    if _is_instance(cls, tuple):
        for one in cls:
            if isinstance(obj, one):
                return True
        return False
    check = _special(cls, '__instancecheck__')
    if check is not None:
        return True if check(obj) else False
    if _bases_of(cls) is None:
        raise TypeError('isinstance() arg 2 must be a type, a tuple of types, or a union')
    try:
        own = obj.__class__
    except AttributeError:
        return False
    return _derives(own, cls)


def _type_instancecheck(cls, obj):
    try:
        claimed = obj.__class__
    except AttributeError:
        return False
    return claimed is not type(obj) and _is_type(claimed) and _is_subclass(claimed, cls)


def _builtin_issubclass(cls, base):
    if _is_instance(base, tuple):
        for one in base:
            if issubclass(cls, one):
                return True
        return False
    check = _special(base, '__subclasscheck__')
    if check is None:
        return _subclass_by_bases(cls, base)
    return True if check(cls) else False


def _bases_of(cls):
    bases = getattr(cls, '__bases__', None)
    return bases if _is_instance(bases, tuple) else None


def _subclass_by_bases(cls, base):
    if _bases_of(cls) is None:
        raise TypeError('issubclass() arg 1 must be a class')
    if _bases_of(base) is None:
        raise TypeError('issubclass() arg 2 must be a class, a tuple of classes, or a union')
    return _derives(cls, base)


def _derives(derived, cls):
    while derived is not cls:
        bases = _bases_of(derived)
        if not bases:
            return False
        if len(bases) > 1:
            for base in bases:
                if _derives(base, cls):
                    return True
            return False
        derived = bases[0]
    return True


def _builtin_help(*args):
    if not args:
        print('help(object) shows what the engine knows about an object.')
        return
    obj = args[0]
    name = getattr(obj, '__name__', type(obj).__name__)
    doc = getattr(obj, '__doc__', None)
    print(f'Help on {type(obj).__name__} {name}:')
    print()
    if doc:
        for line in doc.split('\n'):
            print('    ' + line.strip())
    else:
        print('    No documentation.')


def _load_name(namespace, name, globals):
    try:
        return namespace[name]
    except KeyError:
        pass
    return _load_global(globals, name)


def _delete_name(namespace, name):
    missing = False
    try:
        del namespace[name]
    except KeyError:
        missing = True
    if missing:
        raise NameError(f"name '{name}' is not defined", name=name)


def _setup_annotations(namespace):
    missing = False
    try:
        namespace['__annotations__']
    except KeyError:
        missing = True
    if missing:
        namespace['__annotations__'] = {}


def _print_expression(value):
    hook = _sys_hook('displayhook')
    if hook is None:
        hook = _sys_displayhook
    elif hook is NotImplemented:
        raise RuntimeError('lost sys.displayhook')
    hook(value)


def _sys_displayhook(value, /):
    if value is None:
        return
    import builtins
    builtins._ = None
    print(repr(value))
    builtins._ = value


def _raise_class(cls):
    exception = cls()
    if not isinstance(exception, BaseException):
        raise TypeError(
            f'calling {cls!r} should have returned an instance of BaseException, not {type(exception)!r}')
    _raise(exception)


def _raise_from(exception, cause):
    if _is_type(exception):
        cls = exception
        exception = cls()
        if not isinstance(exception, BaseException):
            raise TypeError(
                f'calling {cls!r} should have returned an instance of BaseException, not {type(exception)!r}')
    if _is_type(cause) and issubclass(cause, BaseException):
        cause = cause()
    _raise(exception, cause)


def _match_group(exc, kind):
    if isinstance(kind, tuple):
        kinds = kind
    else:
        kinds = (kind,)
    for one in kinds:
        if not (_is_type(one) and issubclass(one, BaseException)):
            raise TypeError('catching classes that do not inherit from BaseException is not allowed')
        if issubclass(one, BaseExceptionGroup):
            raise TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')
    if exc is None:
        return None, None
    if isinstance(exc, kind):
        if isinstance(exc, BaseExceptionGroup):
            return None, exc
        group = ExceptionGroup if isinstance(exc, Exception) else BaseExceptionGroup
        wrapped = group('', (exc,))
        wrapped.__traceback__ = exc.__traceback__
        return None, wrapped
    if isinstance(exc, BaseExceptionGroup):
        pair = exc.split(kind)
        if not isinstance(pair, tuple):
            raise TypeError(f'{type(exc).__name__}.split must return a tuple, not {type(pair).__name__}')
        if len(pair) < 2:
            raise TypeError(f'{type(exc).__name__}.split must return a 2-tuple, got tuple of size {len(pair)}')
        match, rest = pair[0], pair[1]
        if match is not None:
            return rest, match
    return exc, None


def _prepare_reraise_star(original, raised):
    raised = [e for e in raised if e is not None]
    if not raised:
        return None
    if not isinstance(original, BaseExceptionGroup):
        if len(raised) == 1 and raised[0] is original:
            return original
        fresh = raised
        left = []
    else:
        fresh = []
        left = []
        for e in raised:
            if _same_origin(e, original):
                left.append(e)
            else:
                fresh.append(e)
    rest = _projection(original, left) if left else None
    if not fresh:
        return rest
    if rest is not None:
        fresh.append(rest)
    group = ExceptionGroup
    for e in fresh:
        if not isinstance(e, Exception):
            group = BaseExceptionGroup
    if len(fresh) == 1:
        return fresh[0]
    return group('', fresh)


def _same_origin(e, original):
    return (e.__traceback__ is original.__traceback__ and e.__cause__ is original.__cause__
            and e.__context__ is original.__context__
            and getattr(e, '__notes__', None) is getattr(original, '__notes__', None))


def _leaves(e, into):
    if isinstance(e, BaseExceptionGroup):
        for one in e.exceptions:
            _leaves(one, into)
    else:
        into.append(e)


def _projection(original, groups):
    kept = []
    for group in groups:
        _leaves(group, kept)
    ids = [id(e) for e in kept]
    return _project(original, ids)


def _project(group, ids):
    kept = []
    for e in group.exceptions:
        if isinstance(e, BaseExceptionGroup):
            part = _project(e, ids)
            if part is not None:
                kept.append(part)
        elif id(e) in ids:
            kept.append(e)
    return _group_copy(group, kept)


def _with_enter(manager):
    enter = _special(manager, '__enter__')
    if enter is None:
        raise TypeError(f"'{type(manager).__name__}' object does not support the context manager protocol")
    leave = _special(manager, '__exit__')
    if leave is None:
        raise TypeError(f"'{type(manager).__name__}' object does not support the context manager protocol"
                        ' (missed __exit__ method)')
    return leave, enter()


def _async_with_enter(manager):
    enter = _special(manager, '__aenter__')
    if enter is None:
        raise TypeError(f"'{type(manager).__name__}' object does not support the asynchronous context manager protocol")
    leave = _special(manager, '__aexit__')
    if leave is None:
        raise TypeError(f"'{type(manager).__name__}' object does not support the asynchronous context manager protocol"
                        ' (missed __aexit__ method)')
    return leave, enter()


def _is_mapping(subject):
    if _is_instance(subject, dict):
        return True
    return _has_abstract_base(type(subject), 'Mapping', 'MutableMapping')


def _is_sequence(subject):
    cls = type(subject)
    if _is_subclass(cls, str) or _is_subclass(cls, bytes) or _is_subclass(cls, bytearray):
        return False
    if _is_subclass(cls, list) or _is_subclass(cls, tuple):
        return True
    return _has_abstract_base(cls, 'Sequence', 'MutableSequence')


def _has_abstract_base(cls, one, other):
    try:
        from sys import modules
    except ImportError:
        modules = {}
    abc = modules.get('collections.abc')
    if abc is not None:
        base = getattr(abc, one, None)
        if base is not None and issubclass(cls, base):
            return True
    for base in cls.__mro__:
        if _type_module(base) in ('collections.abc', 'collections', 'array') and base.__name__ in (
                one, other, 'deque', 'array') and (one == 'Sequence' or base.__name__ not in ('deque', 'array')):
            return True
    return False


def _match_keys(subject, keys):
    values = []
    seen = set()
    get = getattr(subject, 'get')
    missing = object()
    for key in keys:
        if key in seen:
            raise ValueError(f'mapping pattern checks duplicate key ({key!r})')
        seen.add(key)
        value = get(key, missing)
        if value is missing:
            return None
        values.append(value)
    return tuple(values)


def _match_class(subject, cls, names, count):
    if not _is_type(cls):
        raise TypeError('called match pattern must be a type')
    if not isinstance(subject, cls):
        return None
    values = []
    seen = []
    if count:
        whole = False
        try:
            args = cls.__match_args__
        except AttributeError:
            args = ()
            whole = _match_builtin(cls)
        if type(args) is not tuple:
            raise TypeError(f'{cls.__name__}.__match_args__ must be a tuple (got {type(args).__name__})')
        allowed = 1 if whole else len(args)
        if allowed < count:
            plural = '' if allowed == 1 else 's'
            raise TypeError(f'{cls.__name__}() accepts {allowed} positional sub-pattern{plural} ({count} given)')
        if whole:
            values.append(subject)
        else:
            for i in range(count):
                name = args[i]
                if not isinstance(name, str):
                    raise TypeError(f'__match_args__ elements must be strings (got {type(name).__name__})')
                if not _match_attribute(subject, cls, name, seen, values):
                    return None
    for name in names:
        if not _match_attribute(subject, cls, name, seen, values):
            return None
    return tuple(values)


def _match_attribute(subject, cls, name, seen, values):
    if name in seen:
        raise TypeError(f'{cls.__name__}() got multiple sub-patterns for attribute {name!r}')
    seen.append(name)
    try:
        values.append(getattr(subject, name))
    except AttributeError:
        return False
    return True


def _store_name(namespace, name, value):
    namespace[name] = value
