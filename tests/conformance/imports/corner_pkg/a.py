print("a start")
import corner_pkg
print("corner_pkg has a?", hasattr(corner_pkg, "a"), "a" in dir(corner_pkg))
import sys
print("a in modules", "corner_pkg.a" in sys.modules)
value = "a value"
from .b import bval
from . import b as b_again
print("a end", bval, b_again.bval)
