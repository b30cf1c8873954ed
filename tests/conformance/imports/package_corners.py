# packages whose modules need each other, replace themselves, fail, hide
import sys
import corner_pkg
print(corner_pkg.lazy, corner_pkg.a_value)
try:
    corner_pkg.unknown
except AttributeError as e:
    print(e)
from corner_pkg import lazy
print(lazy, dir(corner_pkg))
try:
    from corner_pkg import *
except (ImportError, AttributeError) as e:
    print(type(e).__name__, e)
try:
    import corner_pkg.sub
except ImportError as e:
    print(type(e).__name__, e, "corner_pkg.sub" in sys.modules)
import corner_pkg.rel
try:
    corner_pkg.rel.late()
except ImportError as e:
    print(str(e).split(" (/")[0], e.name)
for i in range(2):
    try:
        import corner_pkg.fails
    except RuntimeError as e:
        print("RuntimeError", e, "corner_pkg.fails" in sys.modules, hasattr(corner_pkg, "fails"))
import corner_pkg.replace
print(corner_pkg.replace.attr, type(sys.modules["corner_pkg.replace"]).__name__)
from corner_pkg.replace import attr
print(attr)
try:
    from corner_pkg.replace import nothing
except ImportError as e:
    print(str(e).split(" (/")[0])
try:
    import corner_pkg.vanish
except (ImportError, KeyError) as e:
    print(type(e).__name__, e)
from corner_pkg.starry import *
print(_private, public, "math" in globals())
from corner_pkg.starless import *
print("public2" in globals(), "mm" in globals(), "fun" in globals(), fun.__module__)
import corner_pkg.sub2.deep as x, corner_pkg.sub2 as y
print(x.__name__, y.__name__)
import corner_pkg.sub2.deep
print(corner_pkg.sub2.deep is x)
del sys.modules["corner_pkg.sub2.deep"]
import corner_pkg.sub2.deep
print(corner_pkg.sub2.deep is x)
sys.modules["corner_pkg.none"] = None
try:
    import corner_pkg.none
except ImportError as e:
    print(type(e).__name__, e)
sys.modules["made"] = 5
import made
print(made)
try:
    from made import z
except ImportError as e:
    print(e)
try:
    import made.sub
except ImportError as e:
    print(e)
try:
    import corner_pkg.a.b.c
except ImportError as e:
    print(type(e).__name__, e, e.name)
try:
    from . import q
except ImportError as e:
    print(e)
try:
    from .x import q
except ImportError as e:
    print(e)
try:
    __import__("")
except ValueError as e:
    print(e)
print(__import__("corner_pkg.sub2.deep").__name__, __import__("corner_pkg.sub2.deep", fromlist=["name"]).__name__, __import__("sub2", corner_pkg.__dict__, level=1).__name__, __import__("sub2.deep", corner_pkg.__dict__, None, (), 1).__name__, __import__("", corner_pkg.__dict__, None, ("a",), 1).__name__)
try:
    __import__("x", {"__package__": "nopkg", "__name__": "z"}, None, (), 1)
except ImportError as e:
    print(type(e).__name__, e)
try:
    __import__("x", {"__name__": "z"}, None, (), 1)
except ImportError as e:
    print(type(e).__name__, e)
try:
    __import__("x", {}, None, (), 1)
except (ImportError, KeyError) as e:
    print(type(e).__name__, e)
try:
    __import__("x", {"__package__": 5}, None, (), 1)
except TypeError as e:
    print(type(e).__name__, e)
import builtins
real = builtins.__import__
calls = []
def fake(name, globals=None, locals=None, fromlist=(), level=0):
    calls.append((name, fromlist, level))
    return real(name, globals, locals, fromlist, level)
builtins.__import__ = fake
import math, corner_pkg.sub2.deep as zz
from math import pi, e as ee
from corner_pkg import a, b
builtins.__import__ = real
print(calls)
def scoped():
    import math as m2
    from corner_pkg import a as a2
    return m2.pi > 3, a2.value, "m2" in globals()
print(scoped())
class InClass:
    import math
    from corner_pkg.a import value
    def f(self): return self.math.pi > 3
print(InClass().f(), InClass.value)
print(corner_pkg.__name__, corner_pkg.__package__, corner_pkg.__file__.rsplit("/", 2)[-2:], type(corner_pkg.__path__), corner_pkg.a.__package__, corner_pkg.a.__file__.rsplit("/", 1)[-1], hasattr(corner_pkg.a, "__path__"), repr(corner_pkg.__doc__))
print(sorted(m for m in sys.modules if m.startswith("corner_pkg")))
import corner_pkg.nsp
print(corner_pkg.nsp.__name__, hasattr(corner_pkg.nsp, "__path__"))
m = type(sys)("dyn", "a doc")
m.x = 1
print(m.__name__, m.__doc__, m.x, repr(m), m.__dict__.keys() >= {"x"}, m.__loader__)
sys.modules["dyn"] = m
from dyn import x as dx
print(dx)
import dyn
del dyn.x
try:
    dyn.x
except AttributeError as e:
    print(e)
vars(m)["y"] = 2
print(dyn.y, dir(m))
m.__getattr__ = lambda n: "got " + n
print(dyn.anything, getattr(dyn, "q"), hasattr(dyn, "zz"))
from dyn import hello
print(hello)
