from .a.b.sibling import *
from . import top as renamed
from .a import b as bb
names = sorted(n for n in globals() if not n.startswith("__"))
