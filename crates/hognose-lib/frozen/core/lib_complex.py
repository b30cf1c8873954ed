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


def _cmath_isclose(*args, **named):
    a, b, rel_tol, abs_tol = _isclose_arguments(args, named)
    return _library('cmath', 'isclose')(_complex_of(a), _complex_of(b), rel_tol=_real(rel_tol), abs_tol=_real(abs_tol))
