import circular_pkg.selfish
import sys
seen = sys.modules[__name__].__name__, "later" in globals()
later = 1
