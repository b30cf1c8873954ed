name = "deep"
from .. import a
from ..sub2 import name as n2
from . import name as n3
from .. import __name__ as top
print("deep", a.value, n2, n3, top, __package__, __name__)
