import initpkg_pkg
print(initpkg_pkg.exported, initpkg_pkg.helper.helper_value, initpkg_pkg.version)
from initpkg_pkg import Thing, make
print(Thing.__module__, make().__class__ is Thing, make().describe())
import initpkg_pkg.plugins
print([p.name for p in initpkg_pkg.plugins.found])
from initpkg_pkg.plugins.one import name
print(name)
