# a folder without __init__ is a package too
import nsfolder_pkg.module
print(nsfolder_pkg.module.value, nsfolder_pkg.module.__package__)
import nsfolder_pkg
print(nsfolder_pkg.__name__, hasattr(nsfolder_pkg, "__file__"), nsfolder_pkg.__doc__)
from nsfolder_pkg import module
from nsfolder_pkg.below import leaf
print(module is nsfolder_pkg.module, leaf.value)
try:
    from nsfolder_pkg import nothing
except ImportError as e:
    print(str(e).split(" (")[0])
try:
    import nsfolder_pkg.absent
except ModuleNotFoundError as e:
    print(e)
