def _make_exception(kind, value, traceback):
    if _is_type(kind) and _is_subclass(kind, BaseException):
        # What goes wrong here is thrown instead.
        try:
            if _is_instance(value, kind):
                exception = value
            elif value is None:
                exception = kind()
            elif isinstance(value, tuple):
                exception = kind(*value)
            else:
                exception = kind(value)
        except BaseException as error:
            exception = error
        if not isinstance(exception, BaseException):
            exception = TypeError(
                f'calling {kind!r} should have returned an instance of BaseException, not {type(exception)!r}')
    elif _is_instance(kind, BaseException):
        if value is not None:
            raise TypeError('instance exception may not have a separate value')
        exception = kind
    else:
        raise TypeError('exceptions must be classes or instances deriving from BaseException, '
                        f'not {type(kind).__name__}')
    if traceback is not None:
        if type(traceback).__name__ != 'traceback':
            raise TypeError('throw() third argument must be a traceback object')
        exception.__traceback__ = traceback
    return exception


def _generator_throw(self, *given):
    return _throw_in(self, _given_exception(*given), given)


def _given_exception(kind, value=None, traceback=None):
    return _make_exception(kind, value, traceback)


def _async_generator_throw(self, kind, value=None, traceback=None):
    return _async_generator_throw_in(self, _make_exception(kind, value, traceback))


def _step_throw(self, kind, value=None, traceback=None):
    return self.throw(_make_exception(kind, value, traceback))


def _generator_close(self):
    ignored = False
    try:
        _throw_in(self, GeneratorExit())
        ignored = True
    except (StopIteration, GeneratorExit):
        pass
    if ignored:
        what = {'generator': 'generator', 'coroutine': 'coroutine'}.get(type(self).__name__, 'generator')
        raise RuntimeError(f'{what} ignored GeneratorExit')


def _close_then_raise(inner, exception, given):
    close = getattr(inner, 'close', None)
    if close is not None:
        close()
    _raise(exception)


def _throw_to(inner, exception, given):
    throw = getattr(inner, 'throw', None)
    if throw is None:
        _raise(exception)
    if given is None:
        return throw(exception)
    return throw(*given)


def _send(iterator, value):
    if value is None:
        return _special(iterator, '__next__')()
    return iterator.send(value)


def _get_aiter(obj):
    method = _special(obj, '__aiter__')
    if method is None:
        raise TypeError(f"'async for' requires an object with __aiter__ method, got {type(obj).__name__}")
    iterator = method()
    if _special(iterator, '__anext__') is None:
        raise TypeError("'async for' received an object from __aiter__ that does not implement __anext__: "
                        + type(iterator).__name__)
    return iterator


def _get_anext(iterator):
    method = _special(iterator, '__anext__')
    if method is None:
        raise TypeError(f"'async for' requires an iterator with __anext__ method, got {type(iterator).__name__}")
    awaitable = method()
    failed = None
    try:
        return _awaitable(awaitable)
    except BaseException as error:
        failed = error
    if failed is not None:
        error = TypeError("'async for' received an invalid object from __anext__: " + type(awaitable).__name__)
        error.__context__ = failed
        _raise(error, failed)


def _awaitable(obj):
    if _is_coroutine(obj):
        return obj
    method = _special(obj, '__await__')
    if method is None:
        raise TypeError(f"object {type(obj).__name__} can't be used in 'await' expression")
    iterator = method()
    if _is_coroutine(iterator):
        raise TypeError('__await__() returned a coroutine')
    if _special(iterator, '__next__') is None:
        raise TypeError(f"__await__() returned non-iterator of type '{type(iterator).__name__}'")
    return iterator


def _get_awaitable(obj, where):
    if where and not _is_coroutine(obj) and _special(obj, '__await__') is None:
        method = '__aenter__' if where == 1 else '__aexit__'
        raise TypeError(f"'async with' received an object from {method} that does not implement __await__: "
                        + type(obj).__name__)
    return _awaitable(obj)


def _builtin_aiter(obj):
    method = _special(obj, '__aiter__')
    if method is None:
        raise TypeError(f"'{type(obj).__name__}' object is not an async iterable")
    iterator = method()
    if _special(iterator, '__anext__') is None:
        raise TypeError(f"aiter() returned not an async iterator of type '{type(iterator).__name__}'")
    return iterator


def _builtin_anext(iterator, *default):
    method = _special(iterator, '__anext__')
    if method is None:
        raise TypeError(f"'{type(iterator).__name__}' object is not an async iterator")
    awaitable = method()
    if not default:
        return awaitable
    return _anext_default(awaitable, default[0])


async def _anext_default(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default
