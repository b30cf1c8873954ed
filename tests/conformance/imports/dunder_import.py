import sys
m = __import__("_plain")
print(m.value, m is sys.modules["_plain"])
top = __import__("packages_pkg.inner.deep")
print(top.__name__, top.inner.deep.where)
leaf = __import__("packages_pkg.inner.deep", None, None, ["where"])
print(leaf.__name__)
leaf = __import__("packages_pkg", fromlist=["sub"])
print(leaf.__name__, hasattr(leaf, "sub"))
rel = __import__("sub", {"__package__": "packages_pkg", "__name__": "packages_pkg.x"}, {}, ["value"], 1)
print(rel.__name__, rel.value)
rel = __import__("", {"__package__": "packages_pkg.inner"}, None, ["deep"], 2)
print(rel.__name__)
for args in (("",), ("no_such",), (5,), ("a.b.c",), ("x", {}, {}, [], 1), ("_plain", {}, {}, [], -1), ()):
    try:
        print(__import__(*args))
    except (ValueError, ImportError, TypeError, KeyError) as e:
        print(type(e).__name__, e)
import builtins
real = builtins.__import__
log = []


def fake(name, globals=None, locals=None, fromlist=(), level=0):
    log.append((name, fromlist, level))
    if name == "invented":
        return "any object at all"
    return real(name, globals, locals, fromlist, level)


builtins.__import__ = fake
import invented
import invented as inv
from invented import upper
import math
from math import pi, e as euler
import packages_pkg.sub
import packages_pkg.inner.deep as dd
builtins.__import__ = real
print(invented, inv, upper(), log, dd.__name__)
del builtins.__import__
try:
    import math
except ImportError as e:
    print(e)
builtins.__import__ = real
import math
print(math.floor(3.7))
