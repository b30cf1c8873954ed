# Powers of floats are rounded correctly
#
# CPython leaves `**` to the C library of the machine, whose last digit may be off. Hognose computes it itself, the same on
# every machine, to the nearest float.
print(10.0 ** 23)
