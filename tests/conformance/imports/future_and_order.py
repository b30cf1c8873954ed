"doc comes first"
from __future__ import annotations, division
import __future__
print(__doc__, annotations is __future__.annotations, type(division).__name__)
order = []
sys = "not imported yet"
print(sys)
import sys
print(type(sys).__name__)
for i in range(2):
    import _plain
    order.append(_plain.value)
print(order)
try:
    import _plain, no_such, errno
except ImportError:
    print("errno" in globals(), "_plain" in globals())
try:
    from math import floor, no_such_function, ceil
except ImportError:
    print("floor" in globals(), "ceil" in globals())
x = 5
try:
    import no_such as x
except ImportError:
    print(x)


def f():
    try:
        return math.pi
    except NameError as e:
        print(e)
    import math as m
    return m.pi > 3


def g():
    try:
        print(math)
    except UnboundLocalError as e:
        print(e)
    import math


print(f())
g()
lst = []
ns = {}
exec("import packages_pkg.sub as a, packages_pkg.inner as b\nfrom packages_pkg import (name as n,)", ns)
print(sorted(k for k in ns if len(k) == 1))
