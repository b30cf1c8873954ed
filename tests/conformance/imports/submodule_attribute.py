# a submodule becomes an attribute of its parent when its import ends, once
import sys
import attr_pkg
print(attr_pkg.sub)
import attr_pkg.sub
print(type(attr_pkg.sub).__name__)
attr_pkg.sub = "overwritten"
import attr_pkg.sub
print(attr_pkg.sub)
from attr_pkg import sub
print(sub)
import attr_pkg.sub as s
print(s)
print(sys.modules["attr_pkg.sub"].value)
del attr_pkg.sub
from attr_pkg import sub
print(type(sub).__name__)
from attr_pkg.sub import value
print(value)
from attr_pkg import shadow
print(shadow)
import attr_pkg.shadow
print(type(attr_pkg.shadow).__name__, attr_pkg.shadow.inside)
import attr_pkg.child
print(attr_pkg.child.saw)
del sys.modules["attr_pkg.child"]
old = attr_pkg.child
import attr_pkg.child
print(old is attr_pkg.child)
