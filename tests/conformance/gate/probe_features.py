# programs ask for what is missing and get the class of error they expect
try:
    import module_that_nobody_has
    print("found")
except ImportError as e:
    print(type(e).__name__, e, e.name)

try:
    from sys import no_such_thing
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])

try:
    [].no_method
except AttributeError as e:
    print(e, e.name)

try:
    no_such_name
except NameError as e:
    print(e, e.name)

import sys
try:
    sys.no_attribute
except AttributeError as e:
    print(e)
print(hasattr(sys, "no_attribute"), hasattr(str, "upper"), getattr(str, "nope", "default"))
try:
    import sys.below
except ImportError as e:
    print(type(e).__name__, e)
print(issubclass(ModuleNotFoundError, ImportError))
