def _index(value):
    number = _exact_int(value)
    if number is not None:
        return number
    method = _special(value, '__index__')
    if method is None:
        raise TypeError("'" + type(value).__name__ + "' object cannot be interpreted as an integer")
    result = method()
    number = _exact_int(result)
    if number is None:
        raise TypeError('__index__ returned non-int (type ' + type(result).__name__ + ')')
    return number


def _retry_index(function, position, *args):
    values = list(args)
    values[position] = _index(values[position])
    return function(*values)


def _new_payload(cls, *args, **kwargs):
    return _wrap_payload(cls, _layout(cls)(*args, **kwargs))


def _int_pow(base, exponent):
    # Square and multiply: budget and stop are seen between the steps.
    result = 1
    while exponent:
        if exponent & 1:
            result = result * base
        exponent >>= 1
        if exponent:
            base = base * base
    return result
