import circular_pkg.a
print(circular_pkg.a.names(), circular_pkg.b.names())
try:
    import circular_pkg.x
except ImportError as e:
    print(str(e).split(" (")[0])
import sys
print("circular_pkg.x" in sys.modules, "circular_pkg.y" in sys.modules)
import circular_pkg.selfish
print(circular_pkg.selfish.seen)
try:
    import circular_pkg.early
except AttributeError as e:
    print(str(e).split(" (")[0], "early" in str(e))
