print("b starts")
import circular_pkg.a
from . import a
print("b sees a", hasattr(a, "value"))
value = "b value"


def names():
    return a.value, value
