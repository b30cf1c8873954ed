import sys
sys.modules["fake_module"] = "a string"
import fake_module
print(fake_module)
from fake_module import upper
print(upper())
try:
    from fake_module import nope
except ImportError as e:
    print(e)


class Module:
    __name__ = "obj"
    attr = 5

    def method(self):
        return "bound", self.attr


sys.modules["obj_module"] = Module()
import obj_module
from obj_module import method, attr
print(obj_module.attr, method(), attr)
sys.modules["blocked"] = None
try:
    import blocked
except ModuleNotFoundError as e:
    print(e)
sys.modules["packages_pkg.virtual"] = Module()
import packages_pkg.virtual
try:
    packages_pkg.virtual
except AttributeError as e:
    print(e)
from packages_pkg import virtual
print(virtual.attr)
import packages_pkg.virtual as v
print(v.attr)
import _plain
del sys.modules["_plain"]
import _plain as second
print(second is _plain, second.value == _plain.value)
sys.modules["_plain"] = _plain
import _plain as third
print(third is _plain)
name = "very" * 60 + "long"
sys.modules[name] = Module()
print(__import__(name).attr, len(name))
ns = {}
exec(f"import {name} as long", ns)
print(ns["long"].attr)
print(sys.modules["__main__"].name == name, "sys" in sys.modules, type(sys.modules).__name__)
import _replaces_itself
print(type(_replaces_itself).__name__, _replaces_itself.dynamic)
