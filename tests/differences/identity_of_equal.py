# Equal small values are one object
#
# Ints that fit 48 bits, floats and strings of up to five bytes are no objects in memory: equal ones are the same. Programs
# should compare with `==`.
a, b = 10 ** 6, 10 ** 3
x, y, text = 1.5, 3.0, "ab"
print(a is b * b, x is y / 2, text is "".join(["a", "b"]))
