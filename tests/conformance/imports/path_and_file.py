import sys
folder = sys.path[0]
print(__file__ == folder + "/" + "path_and_file.py")
import packages_pkg.sub as sub
print(sub.__file__, packages_pkg.__file__ if "packages_pkg" in globals() else sys.modules["packages_pkg"].__file__)
saved = list(sys.path)
sys.path.insert(0, folder + "/pathfolder_pkg")
import only_there
print(only_there.value)
del sys.modules["only_there"]
sys.path[:] = saved
try:
    import only_there
except ImportError as e:
    print(e)
sys.path.append(folder + "/pathfolder_pkg")
import only_there
print(only_there.value)
sys.path[:] = []
try:
    import _switch
except ImportError as e:
    print(e)
import math
print(math.floor(1.5))
sys.path[:] = saved
import _switch
print(_switch.state)
