"""The docstring of this module.

Second paragraph."""
"not this one"


def f():
    "doc of f"


def g():
    f"not a doc"


class C:
    """doc of C"""

    def m(self):
        '''doc
        of m'''


print(__doc__)
print(f.__doc__, g.__doc__)
print(C.__doc__)
print(repr(C.m.__doc__))
print((lambda: 0).__doc__)
f.__doc__ = "changed"
print(f.__doc__)
