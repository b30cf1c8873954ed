import sys
import _plain
print(_plain.__name__, _plain.__doc__, _plain.__file__, _plain.__package__ == "", hasattr(_plain, "__path__"))
print(repr(_plain), str(_plain) == repr(_plain))
print(repr(sys), repr(sys.modules["builtins"]))
print(sorted(n for n in dir(_plain) if not n.startswith("__")), sorted(n for n in vars(_plain) if not n.startswith("__")))
print(_plain.__dict__ is vars(_plain), _plain.__dict__["value"])
_plain.new = 1
_plain.__dict__["newer"] = 2
print(_plain.new, _plain.newer)
del _plain.new
print(hasattr(_plain, "new"))
try:
    del _plain.new
except AttributeError as e:
    print(e)
try:
    _plain.__dict__ = {}
except AttributeError as e:
    print(e)
print(_plain == _plain, hash(_plain) == hash(_plain), {_plain: 1}[_plain], bool(_plain))
M = type(sys)
m = M("made", "made doc")
print(m.__name__, m.__doc__, repr(m), m.__dict__["__name__"])
m.x = 5
sys.modules["made"] = m
import made
from made import x
print(made.x, x)
try:
    M()
except TypeError as e:
    print("TypeError")
try:
    _plain()
except TypeError as e:
    print(e)
try:
    from sys.modules import x
except ImportError as e:
    print(type(e).__name__, e)
print(_plain.double.__module__, _plain.double.__globals__ is _plain.__dict__, double.__name__ if "double" in globals() else "not here")
