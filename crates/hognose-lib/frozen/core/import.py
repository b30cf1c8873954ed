def _import(name, globals, fromlist, level):
    if not isinstance(name, str):
        raise TypeError('module name must be a string')
    if level < 0:
        raise ValueError('level must be >= 0')
    if level:
        full = _resolve_name(name, globals, level)
    else:
        if not name:
            raise ValueError('Empty module name')
        full = name
    module = _find_and_load(full, True)
    if fromlist:
        if hasattr(module, '__path__'):
            _import_items(module, fromlist, False)
        return module
    if level and not name:
        return module
    dot = name.find('.')
    if dot < 0:
        return module
    if level == 0:
        return _find_and_load(name[:dot], False)
    full = full[:len(full) - len(name) + dot]
    modules = _modules()
    if full not in modules:
        raise KeyError(f'{full!r} not in sys.modules as expected')
    return modules[full]


def _resolve_name(name, globals, level):
    if globals is None:
        raise KeyError("'__name__' not in globals")
    if not isinstance(globals, dict):
        raise TypeError('globals must be a dict')
    package = globals.get('__package__')
    if package is not None:
        if not isinstance(package, str):
            raise TypeError('package must be a string')
    else:
        if '__name__' not in globals:
            raise KeyError("'__name__' not in globals")
        package = globals['__name__']
        if not isinstance(package, str):
            raise TypeError('__name__ must be a string')
        if '__path__' not in globals:
            package = package.rpartition('.')[0]
    if not package:
        raise ImportError('attempted relative import with no known parent package')
    while level > 1:
        dot = package.rfind('.')
        if dot < 0:
            raise ImportError('attempted relative import beyond top-level package')
        package = package[:dot]
        level -= 1
    if name:
        return package + '.' + name
    return package


def _find_and_load(name, look):
    modules = _modules()
    if name in modules:
        module = modules[name]
        if module is None:
            raise ModuleNotFoundError(f'import of {name} halted; None in sys.modules', name=name)
        if look:
            getattr(module, '__spec__', None)
        return module
    parent, dot, child = name.rpartition('.')
    owner = None
    if parent:
        if parent not in modules:
            _find_and_load(parent, False)
            if name in modules:
                return modules[name]
        owner = modules[parent]
        if not hasattr(owner, '__path__'):
            raise ModuleNotFoundError(f'No module named {name!r}; {parent!r} is not a package', name=name)
    found = _search_module(name, owner)
    if found is None:
        raise ModuleNotFoundError(f'No module named {name!r}', name=name)
    module, code = found
    if module is None:
        _refuse(code)
    modules[name] = module
    if code is not None:
        _initializing(module, True)
        done = False
        try:
            _run_module(module, code)
            done = True
        finally:
            _initializing(module, False)
            if not done:
                modules.pop(name, None)
        if name not in modules:
            raise KeyError(name)
        module = modules[name]
    if owner is not None:
        try:
            setattr(owner, child, module)
        except AttributeError:
            pass
    return module


def _search_module(name, owner):
    # Built-in ones and those of the program's image, then the host's, by folder if a script or a package says so, then the
    # library; last a folder of the host without a file of its own.
    found = _find_module(name)
    if found is not None:
        return found
    folders = _sys_hook('path') if owner is None else owner.__path__
    plain = None
    if folders is None:
        found = _find_host_module(name, None)
        if found is not None and found[1] is not None:
            return found
        plain = found
    elif folders is not NotImplemented:
        for folder in folders:
            if isinstance(folder, str):
                found = _find_host_module(name, folder)
                if found is not None:
                    if found[1] is not None:
                        return found
                    if plain is None:
                        plain = found
    return _find_library_module(name) or plain


def _import_items(module, names, recursive):
    for name in names:
        if not isinstance(name, str):
            where = module.__name__ + '.__all__' if recursive else "``from list''"
            raise TypeError(f'Item in {where} must be str, not {type(name).__name__}')
        if name == '*':
            if not recursive and hasattr(module, '__all__'):
                _import_items(module, module.__all__, True)
        elif not hasattr(module, name):
            full = f'{module.__name__}.{name}'
            try:
                _find_and_load(full, False)
            except ModuleNotFoundError as error:
                if error.name != full or full in _modules() and _modules()[full] is not None:
                    raise


def _import_from(module, name):
    try:
        return getattr(module, name)
    except AttributeError:
        pass
    owner = getattr(module, '__name__', None)
    if isinstance(owner, str):
        modules = _modules()
        full = owner + '.' + name
        if full in modules:
            return modules[full]
    else:
        owner = '<unknown module name>'
    file = _module_value(module, '__file__')
    where = file if isinstance(file, str) else 'unknown location'
    if _is_initializing(module):
        text = (f"cannot import name {name!r} from partially initialized module {owner!r} "
                f"(most likely due to a circular import) ({where})")
    else:
        text = f'cannot import name {name!r} from {owner!r} ({where})'
    raise ImportError(text, name=owner, path=file)


def _import_star(module, namespace):
    public = getattr(module, '__all__', None)
    everything = public is None
    if everything:
        public = getattr(module, '__dict__', None)
        if public is None:
            raise ImportError('from-import-* object has no __dict__ and no __all__')
        public = list(public)
    if not hasattr(type(public), '__getitem__'):
        raise TypeError(f'{type(public).__name__!r} object does not support indexing')
    n = 0
    while True:
        try:
            name = public[n]
        except IndexError:
            break
        n += 1
        if not isinstance(name, str):
            owner = module.__name__
            if not isinstance(owner, str):
                raise TypeError(f'module __name__ must be a string, not {type(owner).__name__}')
            if everything:
                raise TypeError(f'Key in {owner}.__dict__ must be str, not {type(name).__name__}')
            raise TypeError(f'Item in {owner}.__all__ must be str, not {type(name).__name__}')
        if not everything or name[:1] != '_':
            namespace[name] = getattr(module, name)


def _builtin_import(name=..., globals=None, locals=None, fromlist=(), level=0):
    if name is ...:
        raise TypeError("__import__() missing required argument 'name' (pos 1)")
    return _import(name, globals, fromlist, level)


def _refuse(refusal):
    kind, message, details = refusal
    if details is None:
        raise kind(message)
    raise kind(message, details)


def _compiled(source, file, mode, separate):
    code = _compile(source, file, mode, separate)
    if type(code) is tuple:
        _refuse(code)
    return code


def _source_text(source, what, file):
    if isinstance(source, str):
        return source
    if isinstance(source, (bytes, bytearray, memoryview)):
        return _decoded_source(bytes(source), file)
    raise TypeError(what)


def _decoded_source(source, file):
    # Bytes as text, by what they say of their encoding.
    marked = source[:3] == b'\xef\xbb\xbf'
    if marked:
        source = source[3:]
    name = _declared_encoding(source)
    failed = None
    try:
        if name is None or name == 'utf-8':
            return source.decode()
        if not marked:
            return source.decode(name)
        failed = f'encoding problem: {name} with BOM'
    except UnicodeDecodeError as error:
        failed = str(error)
        if name is None or name == 'utf-8':
            at = error.start
            while at and source[at - 1] not in b' \t\n\r\'"':
                at -= 1
            before = source[:error.start]
            line = before.count(b'\n') + 1
            start = before.rfind(b'\n') + 1
            end = source.find(b'\n', start)
            text = (source[start:] if end < 0 else source[start:end]).decode('utf-8', 'replace')
            error.start -= at
            error.end -= at
            error.object = source[at:]
            failed = f'(unicode error) {error}', (file, line, error.start + at - start + 1, text + '\n', line, -1)
    except LookupError:
        failed = f'unknown encoding: {name}'
    if isinstance(failed, tuple):
        raise SyntaxError(*failed)
    raise SyntaxError(failed, (file, 0, -1, None))


def _declared_encoding(source):
    # What a comment in one of the first two lines says, None without one.
    for line in source.split(b'\n', 2)[:2]:
        line = line.lstrip(b' \t\f').rstrip(b'\r')
        if line[:1] == b'#':
            at = line.find(b'coding')
            while at >= 0:
                at += 6
                if line[at:at + 1] in (b':', b'='):
                    name = ''
                    for c in line[at + 1:].lstrip(b' \t'):
                        c = chr(c)
                        if not (c.isalnum() or c in '-_.'):
                            break
                        name += c
                    if name:
                        plain = name.lower().replace('_', '-')
                        if plain == 'utf-8' or plain.startswith('utf-8-'):
                            return 'utf-8'
                        for latin in ('latin-1', 'iso-8859-1', 'iso-latin-1'):
                            if plain == latin or plain.startswith(latin + '-'):
                                return 'iso-8859-1'
                        return name
                at = line.find(b'coding', at)
        elif line:
            break
    return None


def _check_single(source, file):
    # A statement for the prompt must be there.
    lines = source.split('\n')
    for text in lines:
        text = text.lstrip(' \t\f')
        if text and text[0] != '#':
            return
    n = len(lines) - (lines[-1] == '')
    text = lines[n - 1] + '\n' if n < len(lines) else lines[-1]
    raise SyntaxError('invalid syntax', (file, n, 0, text, n, 0))


def _builtin_compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1):
    if isinstance(filename, (bytes, bytearray)):
        filename = filename.decode()
    elif not isinstance(filename, str):
        path = _special(filename, '__fspath__')
        if path is None:
            raise TypeError(f'expected str, bytes or os.PathLike object, not {type(filename).__name__}')
        filename = path()
    if flags & ~0x1ffe010:
        raise ValueError('compile(): unrecognised flags')
    if optimize < -1 or optimize > 2:
        raise ValueError('compile(): invalid optimize value')
    if mode == 'exec':
        number = 0
    elif mode == 'eval':
        number = 1
    elif mode == 'single':
        number = 2
    else:
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    if _is_code(source):
        raise TypeError('compile() arg 1 must be a string, bytes or AST object')
    source = _source_text(source, 'compile() arg 1 must be a string, bytes or AST object', filename)
    if number == 2:
        _check_single(source, filename)
    return _compiled(source, filename, number, True)


def _builtin_eval(source, globals=None, locals=None):
    if locals is not None and not hasattr(type(locals), '__getitem__'):
        raise TypeError('locals must be a mapping')
    if globals is not None and not isinstance(globals, dict):
        if hasattr(type(globals), '__getitem__'):
            raise TypeError('globals must be a real dict; try eval(expr, {}, mapping)')
        raise TypeError('globals must be a dict')
    if globals is None:
        own, inner = _caller()
        globals = own
        if locals is None:
            locals = inner
    elif locals is None:
        locals = globals
    if _is_code(source):
        if source.co_freevars:
            raise TypeError('code object passed to eval() may not contain free variables')
    else:
        source = _source_text(source, 'eval() arg 1 must be a string, bytes or code object', '<string>').lstrip(' \t')
        source = _compiled(source, '<string>', 1, locals is not globals)
    return _run_code(source, globals, locals, None)


def _builtin_exec(source, globals=None, locals=None, /, **more):
    closure = more.pop('closure', None)
    for name in more:
        raise TypeError(f'{name!r} is an invalid keyword argument for exec()')
    if globals is None:
        own, inner = _caller()
        globals = own
        if locals is None:
            locals = inner
    else:
        if not isinstance(globals, dict):
            raise TypeError(f'exec() globals must be a dict, not {type(globals).__name__}')
        if locals is None:
            locals = globals
    if not hasattr(type(locals), '__getitem__'):
        raise TypeError(f'locals must be a mapping or None, not {type(locals).__name__}')
    if _is_code(source):
        free = len(source.co_freevars)
        if free == 0:
            if closure is not None:
                raise TypeError('cannot use a closure with this code object')
        else:
            good = type(closure) is tuple and len(closure) == free
            if good:
                for cell in closure:
                    if type(cell).__name__ != 'cell':
                        good = False
            if not good:
                if closure is None:
                    raise TypeError(f'code object requires a closure of exactly length {free}')
                raise TypeError(f'code object requires a closure of exactly length {free}')
    else:
        if closure is not None:
            raise TypeError('closure can only be used when source is a code object')
        source = _source_text(source, 'exec() arg 1 must be a string, bytes or code object', '<string>')
        source = _compiled(source, '<string>', 0, locals is not globals)
    _run_code(source, globals, locals, closure)
