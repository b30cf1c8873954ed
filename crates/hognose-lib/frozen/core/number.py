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


def _int_pow_mod(base, exponent, modulus):
    size = abs(modulus)
    base %= size
    if exponent < 0:
        base = _int_inverse(base, size)
        exponent = -exponent
    result = 1 % size
    for i in range(exponent.bit_length() - 1, -1, -1):
        result = result * result % size
        if exponent >> i & 1:
            result = result * base % size
    return result + modulus if modulus < 0 and result else result


def _int_round(value, places):
    unit = 10 ** places
    whole, rest = divmod(value, unit)
    rest *= 2
    if rest > unit or rest == unit and whole & 1:
        whole += 1
    return whole * unit


def _int(value):
    method = _special(value, '__int__')
    name = '__int__'
    if method is None:
        method = _special(value, '__index__')
        name = '__index__'
    if method is not None:
        result = method()
        number = _exact_int(result)
        if number is None:
            raise TypeError(name + ' returned non-int (type ' + type(result).__name__ + ')')
        return number
    method = _special(value, '__trunc__')
    if method is not None:
        result = method()
        number = _exact_int(result)
        if number is not None:
            return number
        if _special(result, '__index__') is None:
            raise TypeError('__trunc__ returned non-Integral (type ' + type(result).__name__ + ')')
        return _index(result)
    raise TypeError("int() argument must be a string, a bytes-like object or a real number, not '"
        + type(value).__name__ + "'")


def _int_of_base(value, base):
    return int(value, _index(base))


def _bool(value):
    return True if value else False


def _int_to_bytes(value, length, order, signed):
    return value.to_bytes(_index(length), order, signed=signed)


def _int_from_bytes(cls, data, order, signed):
    method = _special(data, '__bytes__')
    if method is not None:
        data = method()
        if not isinstance(data, bytes):
            raise TypeError('__bytes__ returned non-bytes (type ' + type(data).__name__ + ')')
    elif isinstance(data, (str, int)) or _special(data, '__iter__') is None and _special(data, '__getitem__') is None:
        raise TypeError("cannot convert '" + type(data).__name__ + "' object to bytes")
    else:
        data = bytes(data)
    return cls.from_bytes(_payload(data), order, signed=signed)


def _float(value):
    method = _special(value, '__float__')
    if method is None:
        if _special(value, '__index__') is not None:
            return float(_index(value))
        raise TypeError("float() argument must be a string or a real number, not '" + type(value).__name__ + "'")
    result = method()
    if not isinstance(result, float):
        raise TypeError(type(value).__name__ + '.__float__ returned non-float (type ' + type(result).__name__ + ')')
    return _payload(result)


def _complex(real, *imag):
    method = _special(real, '__complex__')
    if method is not None:
        real = method()
        if not isinstance(real, complex):
            raise TypeError('__complex__ returned non-complex (type ' + type(real).__name__ + ')')
        real = _payload(real)
    elif not isinstance(real, (int, float)):
        real = _float(real)
    if not imag:
        return complex(real)
    imag = imag[0]
    if not isinstance(imag, (int, float, complex)):
        imag = _float(imag)
    return complex(real, imag)


def _complex_of_text(text):
    body = text.strip()
    if body[:1] == '(':
        body = body[1:-1].strip() if body[-1:] == ')' else ''
    for i in range(len(body)):
        if body[i] == '_' and not (body[i - 1:i].isdigit() and body[i + 1:i + 2].isdigit()):
            raise ValueError('could not convert string to complex: ' + repr(text))
    result = None
    if body and len(body.split()) == 1:
        try:
            result = _complex_parts(body)
        except ValueError:
            pass
    if result is None:
        raise ValueError('complex() arg is a malformed string')
    return result


def _complex_parts(body):
    if body[-1] not in 'jJ':
        return complex(float(body), 0.0)
    body = body[:-1]
    # The sign between the parts is the last one that is not that of an exponent.
    i = len(body) - 1
    while i > 0 and not (body[i] in '+-' and body[i - 1] not in 'eE'):
        i -= 1
    real = 0.0
    imag = body
    if i > 0:
        real = float(body[:i])
        imag = body[i:]
    if imag == '' or imag == '+':
        return complex(real, 1.0)
    if imag == '-':
        return complex(real, -1.0)
    return complex(real, float(imag))


def _builtin_abs(value):
    method = _special(value, '__abs__')
    if method is None:
        raise TypeError("bad operand type for abs(): '" + type(value).__name__ + "'")
    return method()


def _builtin_divmod(left, right):
    return _by_methods(left, right, '__divmod__', '__rdivmod__', 'divmod()')


def _by_methods(left, right, name, reflected, sign):
    # A binary operator that has no instruction.
    method = _special(left, name)
    other = None
    if type(left) is not type(right):
        other = _special(right, reflected)
        if other is not None and issubclass(type(right), type(left)):
            result = other(left)
            if result is not NotImplemented:
                return result
            other = None
    if method is not None:
        result = method(right)
        if result is not NotImplemented:
            return result
    if other is not None:
        result = other(left)
        if result is not NotImplemented:
            return result
    raise TypeError('unsupported operand type(s) for ' + sign + ": '" + type(left).__name__ + "' and '"
        + type(right).__name__ + "'")


def _builtin_pow(base, exponent):
    return base ** exponent


def _builtin_pow_modulo(base, exponent, modulus):
    method = _special(base, '__pow__')
    if method is not None:
        result = method(exponent, modulus)
        if result is not NotImplemented:
            return result
    raise TypeError("unsupported operand type(s) for ** or pow(): '" + type(base).__name__ + "', '"
        + type(exponent).__name__ + "', '" + type(modulus).__name__ + "'")


def _builtin_round(number, digits):
    method = _special(number, '__round__')
    if method is None:
        raise TypeError('type ' + type(number).__name__ + " doesn't define __round__ method")
    return method() if digits is None else method(digits)
