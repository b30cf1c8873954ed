import _dynamic
print(_dynamic.real, _dynamic.anything, _dynamic.other)
from _dynamic import something, real
print(something, real)
try:
    _dynamic.forbidden
except AttributeError as e:
    print(e)
try:
    from _dynamic import forbidden
except ImportError as e:
    print(str(e).split(" (")[0])
print(hasattr(_dynamic, "x"), hasattr(_dynamic, "forbidden"), getattr(_dynamic, "forbidden", "default"))
print(_dynamic.use_own())
print(dir(_dynamic))
del _dynamic.__getattr__
try:
    _dynamic.anything
except AttributeError as e:
    print(e)
_dynamic.__getattr__ = lambda name: name * 2
print(_dynamic.ab)
from _dynamic import xy
print(xy)


def __getattr__(name):
    return "main " + name


import sys
print(sys.modules["__main__"].whatever)
try:
    whatever
except NameError as e:
    print(e)
