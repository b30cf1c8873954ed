from collections import namedtuple
P = namedtuple('P', 'x y')
print(P.x, repr(P.y))
P.x.__doc__ = 'across'
print(P.x, P.x.__doc__, P.__dict__['x'])
make, args = P.y.__reduce__()
print(make.__name__, args, make(*args).__get__(P(1, 2)))
print(complex.real, float.imag, range.start, slice.stop, type(slice.step).__name__)
