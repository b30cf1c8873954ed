# Nothing counts references
#
# Memory is collected, not counted: there is no `sys.getrefcount`.
import sys

print(hasattr(sys, "getrefcount"))
