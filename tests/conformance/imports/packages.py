import sys
import packages_pkg
print(packages_pkg.name, packages_pkg.__path__ is not None, packages_pkg.__package__, packages_pkg.__name__)
print(hasattr(packages_pkg, "sub"))
import packages_pkg.sub
print(packages_pkg.sub.value, packages_pkg.sub.__package__, packages_pkg.sub.__name__)
import packages_pkg.inner.deep as deep
print(deep.where, deep.__package__, packages_pkg.inner.deep is deep)
from packages_pkg import sub as s, name
from packages_pkg.inner import deep as d, inner_name
from packages_pkg.inner.deep import where
print(s is packages_pkg.sub, d is deep, name, inner_name, where)
from packages_pkg import inner
print(inner.__name__, sorted(m for m in sys.modules if m.startswith("packages_pkg")))
try:
    import packages_pkg.missing
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    import packages_pkg.sub.below
except ModuleNotFoundError as e:
    print(e)
try:
    from packages_pkg import nothing
except ImportError as e:
    print(str(e).split(" (")[0])
try:
    import missing_pkg.sub
except ModuleNotFoundError as e:
    print(e)
from packages_pkg.lazy import answer
print(answer, packages_pkg.lazy.answer, hasattr(packages_pkg, "lazy"))


def f():
    import packages_pkg.inner.deep
    return packages_pkg.inner.deep.where


print(f(), repr(packages_pkg), repr(packages_pkg.inner.deep))
