from .a import value as v
from . import a as aa, b as bb
from .sub2 import deep
import corner_pkg.sub2.deep as d2
print("rel", v, aa.__name__, bb.__name__, deep.name, d2 is deep)
def late():
    from .b import bval
    from . import nosuch
