# What the module offers, and the kinds of its classes.
import collections
for name in ("OrderedDict", "namedtuple", "deque", "defaultdict", "Counter", "ChainMap"):
    thing = getattr(collections, name)
    print(name, callable(thing), thing.__name__)
print(issubclass(collections.OrderedDict, dict), issubclass(collections.defaultdict, dict),
    issubclass(collections.Counter, dict), issubclass(collections.deque, list),
    issubclass(collections.namedtuple("P", "x"), tuple))
from collections import OrderedDict as OD, deque as dq
print(OD is collections.OrderedDict, dq([1]), type(dq()).__name__, type(OD()).__name__)
try:
    collections.nope
except AttributeError as e:
    print(e)
try:
    from collections import nope
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
