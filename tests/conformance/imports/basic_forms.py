import sys
import math, errno
import math as m
from math import floor, ceil as c
from math import (
    sqrt,
    sin as sine,
)
print(math is m, floor(1.5), c(1.5), sqrt(4), sine(0))
import _plain
print(_plain.value, _plain.__name__, _plain.double(4))
from _plain import value, double as d
value = "rebound"
print(_plain.value, value, d(5))
print(_plain is sys.modules["_plain"], type(_plain).__name__)
import _plain as again
print(again is _plain)
try:
    from _plain import missing
except ImportError as e:
    print(str(e).split(" (")[0], e.name)
try:
    import no_such_module
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    _plain.missing
except AttributeError as e:
    print(e)


def f():
    import _plain as local
    from math import pi
    return local.value, pi > 3, "local" in locals()


print(f(), "local" in globals())


class C:
    import math as attr
    from _plain import value


print(C.attr is math, C.value)
_plain.value = "set from outside"
from _plain import value
print(value, _plain.get())
if True:
    import errno as conditional
print(conditional.ENOENT)
del math
print(m.floor(2.5), "math" in sys.modules)
