print("b start")
from . import a
print("partial a", hasattr(a, "value"), hasattr(a, "bval"))
try:
    from .a import bval
except ImportError as e:
    print("ImportError", str(e).split(" (/")[0])
try:
    a.later
except AttributeError as e:
    print(e)
bval = "b val"
import corner_pkg.a as paa
print("as", paa is a)
