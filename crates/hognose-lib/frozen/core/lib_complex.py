def _complex_of(x):
    f = _special(x, '__complex__')
    if f is None:
        return _real(x)
    r = f()
    if not isinstance(r, complex):
        raise TypeError(type(x).__name__ + '.__complex__ returned non-complex (type ' + type(r).__name__ + ')')
    return r


def _cmath_again(name, *xs):
    return _library('cmath', name)(*[_complex_of(x) for x in xs])


def _cmath_rect(r, phi):
    return _library('cmath', 'rect')(_real(r), _real(phi))


def _cmath_isclose(*args, **tolerances):
    rel_tol = tolerances.pop('rel_tol', 1e-09)
    abs_tol = tolerances.pop('abs_tol', 0.0)
    for name in tolerances:
        raise TypeError("'" + name + "' is an invalid keyword argument for isclose()")
    n = len(args)
    if n > 2:
        raise TypeError('isclose() takes exactly 2 positional arguments (' + str(n) + ' given)')
    if n < 2:
        raise TypeError("isclose() missing required argument " + ("'b' (pos 2)" if n else "'a' (pos 1)"))
    a = _complex_of(args[0])
    b = _complex_of(args[1])
    return _library('cmath', 'isclose')(a, b, rel_tol=_real(rel_tol), abs_tol=_real(abs_tol))
