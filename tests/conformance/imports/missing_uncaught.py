print("before")
from packages_pkg import sub
import packages_pkg.inner.not_there
