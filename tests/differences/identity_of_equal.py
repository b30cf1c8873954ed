# Equal small values are one object
#
# Ints that fit 48 bits, floats and strings of up to five bytes are no objects in memory: equal ones are the same. Programs
# should compare with `==`.
a, b = 10 ** 6, 10 ** 3
print(a is b * b, 1.5 is 3.0 / 2, "ab" is "".join(["a", "b"]))
