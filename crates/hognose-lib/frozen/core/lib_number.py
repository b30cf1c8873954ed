def _real(x):
    if type(x) is float:
        return x
    f = _special(x, '__float__')
    if f is None:
        if _special(x, '__index__') is None:
            raise TypeError('must be real number, not ' + type(x).__name__)
        return float(_lib_index(x))
    r = f()
    if not isinstance(r, float):
        raise TypeError(type(x).__name__ + '.__float__ returned non-float (type ' + type(r).__name__ + ')')
    return r


def _lib_index(x):
    if isinstance(x, int):
        return _payload(x)
    f = _special(x, '__index__')
    if f is None:
        raise TypeError("'" + type(x).__name__ + "' object cannot be interpreted as an integer")
    r = f()
    if not isinstance(r, int):
        raise TypeError('__index__ returned non-int (type ' + type(r).__name__ + ')')
    return _payload(r)


def _math_again(name, *xs):
    return _library('math', name)(*[_real(x) for x in xs])


def _math_ldexp(x, i):
    return _library('math', 'ldexp')(_real(x), i)


def _isclose_arguments(args, named):
    # The arguments of `isclose`: two numbers by place or by name, and two tolerances by name.
    n = len(args)
    if n > 2:
        raise TypeError('isclose() takes exactly 2 positional arguments (' + str(n) + ' given)')
    values = list(args)
    while len(values) < 2:
        name = 'ab'[len(values)]
        if name not in named:
            raise TypeError("isclose() missing required argument '" + name + "' (pos " + str(len(values) + 1) + ')')
        values.append(named.pop(name))
    values.append(named.pop('rel_tol', 1e-09))
    values.append(named.pop('abs_tol', 0.0))
    for name in named:
        if name in 'ab':
            raise TypeError("argument for isclose() given by name ('" + name + "') and position (" + str(
                'ab'.index(name) + 1) + ')')
        raise TypeError("'" + name + "' is an invalid keyword argument for isclose()")
    return values


def _math_isclose(*args, **named):
    a, b, rel_tol, abs_tol = _isclose_arguments(args, named)
    return _library('math', 'isclose')(_real(a), _real(b), rel_tol=_real(rel_tol), abs_tol=_real(abs_tol))


def _math_ceil(x):
    f = _special(x, '__ceil__')
    if f is not None:
        return f()
    return _library('math', 'ceil')(_real(x))


def _math_floor(x):
    f = _special(x, '__floor__')
    if f is not None:
        return f()
    return _library('math', 'floor')(_real(x))


def _math_trunc(x):
    f = _special(x, '__trunc__')
    if f is None:
        raise TypeError('type ' + type(x).__name__ + " doesn't define __trunc__ method")
    return f()


def _math_fsum(seq):
    values = []
    for x in seq:
        values.append(_real(x))
    return _library('math', '_fsum')(values)


def _math_hypot(*xs):
    return _library('math', 'hypot')(*[_real(x) for x in xs])


def _math_dist(p, q):
    p = [_real(x) for x in p]
    q = [_real(x) for x in q]
    return _library('math', 'dist')(p, q)


def _math_prod(*args, **kw):
    start = kw.pop('start', 1)
    for name in kw:
        raise TypeError("'" + name + "' is an invalid keyword argument for prod()")
    n = len(args)
    if n != 1:
        raise TypeError('prod() takes exactly 1 positional argument (' + str(n) + ' given)')
    for x in args[0]:
        start = start * x
    return start


def _math_gcd(*xs):
    gcd = _library('math', '_gcd')
    r = 0
    for x in xs:
        r = gcd(r, _lib_index(x))
    return r


def _math_lcm(*xs):
    gcd = _library('math', '_gcd')
    r = 1
    zero = False
    for x in xs:
        x = abs(_lib_index(x))
        if x == 0:
            zero = True
        elif not zero:
            r = r // gcd(r, x) * x
    return 0 if zero else r


def _math_isqrt(x):
    return _library('math', 'isqrt')(_lib_index(x))


def _math_product(first, last):
    # The product of a range, by halves, so that factors are of like size.
    parts = []
    while first <= last:
        part = first
        first += 1
        while first <= last and part < 281474976710656:
            part *= first
            first += 1
        parts.append(part)
    while len(parts) > 1:
        joined = []
        for i in range(0, len(parts) - 1, 2):
            joined.append(parts[i] * parts[i + 1])
        if len(parts) & 1:
            joined.append(parts[-1])
        parts = joined
    return parts[0] if parts else 1


def _math_factorial(n):
    n = _lib_index(n)
    if n < 0:
        raise ValueError('factorial() not defined for negative values')
    if n > 9223372036854775807:
        raise OverflowError('factorial() argument should not exceed 9223372036854775807')
    return _math_product(2, n)


def _math_comb(n, k):
    n = _lib_index(n)
    k = _lib_index(k)
    if n < 0:
        raise ValueError('n must be a non-negative integer')
    if k < 0:
        raise ValueError('k must be a non-negative integer')
    if k > n:
        return 0
    if n - k < k:
        k = n - k
    if k > 9223372036854775807:
        raise OverflowError('min(n - k, k) must not exceed 9223372036854775807')
    return _math_product(n - k + 1, n) // _math_product(2, k)


def _math_perm(n, k=None):
    if k is None:
        return _math_factorial(n)
    n = _lib_index(n)
    k = _lib_index(k)
    if n < 0:
        raise ValueError('n must be a non-negative integer')
    if k < 0:
        raise ValueError('k must be a non-negative integer')
    if k > n:
        return 0
    if k > 9223372036854775807:
        raise OverflowError('k must not exceed 9223372036854775807')
    return _math_product(n - k + 1, n)
