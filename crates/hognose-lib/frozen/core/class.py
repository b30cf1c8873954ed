def _builtin_build_class(func, name, /, *bases, **kwds):
    original = bases
    if not _all_types(bases):
        bases = _resolve_bases(bases)
    if 'metaclass' in kwds:
        meta = kwds.pop('metaclass')
    elif bases:
        meta = type(bases[0])
    else:
        meta = type
    if _is_type(meta):
        meta = _best_metaclass(meta, bases)
    if meta is type:
        namespace = {}
    else:
        prepare = getattr(meta, '__prepare__', None)
        if prepare is None:
            namespace = {}
        else:
            namespace = prepare(name, bases, **kwds)
            if not _is_instance(namespace, dict) and not hasattr(type(namespace), '__getitem__'):
                where = meta.__name__ if _is_type(meta) else '<metaclass>'
                raise TypeError(f'{where}.__prepare__() must return a mapping, not {type(namespace).__name__}')
    cell = _run_body(func, namespace)
    if bases is not original:
        namespace['__orig_bases__'] = original
    if meta is type:
        cls = _make_type(type, name, bases, namespace, kwds)
    else:
        cls = meta(name, bases, namespace, **kwds)
    if cell is not None and _is_type(cls):
        _check_class_cell(cell, cls, name)
    return cls


def _check_class_cell(cell, cls, name):
    empty = False
    try:
        inside = cell.cell_contents
    except ValueError:
        empty = True
    if empty:
        raise RuntimeError(f'__class__ not set defining {name!r} as {cls!r}. Was __classcell__ propagated to type.__new__?')
    if inside is not cls:
        raise TypeError(f'__class__ set to {inside!r} defining {name!r} as {cls!r}')


def _resolve_bases(bases):
    result = []
    changed = False
    for base in bases:
        if not _is_type(base):
            entries = getattr(base, '__mro_entries__', None)
            if entries is not None:
                new = entries(bases)
                if not isinstance(new, tuple):
                    raise TypeError('__mro_entries__ must return a tuple')
                result.extend(new)
                changed = True
                continue
        result.append(base)
    if changed:
        return tuple(result)
    return bases


def _type_construct(name, bases, namespace, /, **kwds):
    return _type_new(type, name, bases, namespace, **kwds)


def _type_new(meta, name, bases, namespace, /, **kwds):
    _check_class(meta, name, bases, namespace)
    if not _all_types(bases):
        for base in bases:
            if not _is_type(base) and hasattr(base, '__mro_entries__'):
                raise TypeError("type() doesn't support MRO entry resolution; use types.new_class()")
    winner = _best_metaclass(meta, bases)
    if winner is not meta:
        new = _class_new(winner)
        if new is not type.__new__:
            return new(winner, name, bases, namespace, **kwds)
    return _make_type(winner, name, bases, namespace, kwds)


def _make_type(meta, name, bases, namespace, kwds):
    slots = _slots_of(namespace)
    if slots is namespace:
        slots = None
    elif isinstance(slots, str):
        slots = (slots,)
    else:
        slots = tuple(slots)
    if not bases:
        bases = (object,)
    cls = _class_make(meta, name, bases, namespace, slots)
    if meta is not type:
        mro = _meta_mro(meta)
        if mro is not None:
            _set_mro(cls, tuple(mro(cls)))
    hooks = _set_name_hooks(cls)
    if hooks is not None:
        _call_set_names(cls, hooks)
    hook = _init_subclass(cls)
    if hook is not None:
        hook(**kwds)
    elif kwds:
        raise TypeError(f'{cls.__name__}.__init_subclass__() takes no keyword arguments')
    return cls


def _call_set_names(cls, hooks):
    failed = None
    for name, value in hooks:
        try:
            _special(value, '__set_name__')(cls, name)
        except BaseException as error:
            failed = error
            break
    if failed is not None:
        error = RuntimeError(
            f'Error calling __set_name__ on {type(value).__name__!r} instance {name!r} in {cls.__name__!r}')
        error.__context__ = failed
        _raise(error, failed)


def _class_call(cls, /, *args, **kwargs):
    obj = _class_new(cls)(cls, *args, **kwargs)
    if not _is_instance(obj, cls):
        return obj
    init = _class_init(obj)
    if init is not None:
        result = init(*args, **kwargs)
        if result is not None:
            raise TypeError(f"__init__() should return None, not '{type(result).__name__}'")
    return obj


def _make_payload(cls, /, *args, **kwargs):
    base = cls
    while type(base).__module__ != 'builtins' or base.__module__ != 'builtins':
        base = base.__base__
    return base.__new__(cls, *args, **kwargs)


def _abstract_error(cls):
    names = sorted(cls.__abstractmethods__)
    plural = 's' if len(names) > 1 else ''
    raise TypeError(f"Can't instantiate abstract class {cls.__name__} with abstract method{plural} {', '.join(names)}")


def _object_repr(self):
    cls = type(self)
    module = _type_module(cls)
    name = _type_qualname(cls)
    if module is not None and module != 'builtins':
        name = module + '.' + name
    return f'<{name} object at {id(self):#x}>'


def _object_reduce(self):
    from _reduce import reduce_old
    return reduce_old(self, 0)


def _object_reduce_ex(self, protocol):
    from _reduce import reduce
    return reduce(self, protocol)


def _object_getstate(self):
    from _reduce import state_of
    return state_of(self, False)


def _object_str(self):
    return _special(self, '__repr__')()


def _object_format(self, spec):
    if not isinstance(spec, str):
        raise TypeError(f'__format__() argument must be str, not {type(spec).__name__}')
    if spec:
        raise TypeError(f'unsupported format string passed to {type(self).__name__}.__format__')
    return str(self)


def _object_ne(self, other):
    eq = _special(self, '__eq__')
    if eq is None:
        return NotImplemented
    result = eq(other)
    if result is NotImplemented:
        return result
    return not result


def _ne_by_eq(method, a, b):
    result = _ask(a, '__eq__', b)
    if result is NotImplemented:
        return result
    return not result


def _object_dir(self):
    names = {}
    _own_names(names, self)
    return _names_of(names, self.__class__)


def _type_dir(cls):
    return _names_of({}, cls)


def _names_of(names, cls):
    if _is_type(cls):
        for base in cls.__mro__:
            if base.__module__ != 'builtins':
                _class_space(base)
    _add_names(names, cls)
    return list(names)


def _module_dir(self):
    own = self.__dict__.get('__dir__')
    if own is not None:
        return own()
    return list(self.__dict__)


def _module_make(module, name, make):
    value = make()
    setattr(module, name, value)
    return value


def _module_whole(module):
    for name in _unmade(module):
        getattr(module, name)
    return module.__dict__


def _module_repr(self):
    loader = _module_value(self, '__loader__')
    spec = _module_value(self, '__spec__')
    if spec:
        name = '?' if spec.name is None else spec.name
        if spec.origin is not None:
            if spec.has_location:
                return f'<module {name!r} from {spec.origin!r}>'
            return f'<module {name!r} ({spec.origin})>'
        loader = spec.loader
    else:
        name = _module_value(self, '__name__')
        if name is None:
            name = '?'
        file = _module_value(self, '__file__')
        if file is not None:
            return f'<module {name!r} from {file!r}>'
        if _is_static(self):
            return f'<module {name!r} (built-in)>'
    if loader is None:
        return f'<module {name!r}>'
    return f'<module {name!r} ({loader!r})>'


def _property_doc(self, getter):
    doc = getattr(getter, '__doc__', ...)
    if doc is not ...:
        self.__doc__ = doc


def _doc_of(getter):
    return getattr(getter, '__doc__', None)


def _any_abstract(*accessors):
    for accessor in accessors:
        if accessor is not None and getattr(accessor, '__isabstractmethod__', False):
            return True
    return False


def _super_repr(self):
    obj = self.__self__
    name = self.__thisclass__.__name__
    if obj is None:
        return f"<super: <class '{name}'>, NULL>"
    return f"<super: <class '{name}'>, <{self.__self_class__.__name__} object>>"


def _member_repr(self):
    sort = 'member' if type(self).__name__ == 'member_descriptor' else 'attribute'
    return f"<{sort} '{self.__name__}' of '{self.__objclass__.__name__}' objects>"


def _member_qualname(self):
    return f'{self.__objclass__.__qualname__}.{self.__name__}'


def _discard(call, *args):
    call(*args)


def _nothing(*args):
    return None


def _same(self, *args):
    return self


def _class_getitem(cls, item):
    return _alias(cls, item)


def _alias_item(item):
    if item is ...:
        return '...'
    if type(item) is list:
        return '[' + ', '.join([_alias_item(x) for x in item]) + ']'
    if _is_type(item):
        module = _type_module(item)
        name = _type_qualname(item)
        if module is None or module == 'builtins':
            return name
        return module + '.' + name
    if hasattr(item, '__origin__') and hasattr(item, '__args__'):
        return repr(item)
    name = getattr(item, '__qualname__', None)
    module = getattr(item, '__module__', None)
    if name is None or module is None:
        return repr(item)
    if module == 'builtins':
        return name
    return f'{module}.{name}'


def _alias_repr(self):
    args = self.__args__
    inside = ', '.join([_alias_item(x) for x in args])
    if not args:
        inside = '()'
    return f'{"*" * self.__unpacked__}{_alias_item(self.__origin__)}[{inside}]'


def _alias_getitem(self, item):
    raise TypeError(f'{self!r} is not a generic class')


def _alias_hash(self):
    return hash((self.__origin__, self.__args__))


def _alias_instancecheck(self, obj):
    raise TypeError('isinstance() argument 2 cannot be a parameterized generic')


def _alias_subclasscheck(self, cls):
    raise TypeError('issubclass() argument 2 cannot be a parameterized generic')


def _union_item(item):
    if item is type(None):
        return 'None'
    return _alias_item(item)


def _union_repr(self):
    return ' | '.join([_union_item(x) for x in self.__args__])


def _union_hash(self):
    return hash(frozenset(self.__args__))


def _union_instancecheck(self, obj):
    for member in self.__args__:
        if not _is_type(member):
            raise TypeError('isinstance() argument 2 cannot be a parameterized generic')
    for member in self.__args__:
        if isinstance(obj, member):
            return True
    return False


def _union_subclasscheck(self, cls):
    if not _is_type(cls):
        raise TypeError('issubclass() arg 1 must be a class')
    for member in self.__args__:
        if not _is_type(member):
            raise TypeError('issubclass() argument 2 cannot be a parameterized generic')
    for member in self.__args__:
        if issubclass(cls, member):
            return True
    return False
