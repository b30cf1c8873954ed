print("a starts")
import circular_pkg.b
from circular_pkg import b
value = "a value"
print("a sees b", b.value)


def names():
    return value, b.value
