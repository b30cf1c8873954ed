# Slices compare like tuples of their parts; they are not hashable in 3.11.
print(slice(1, 2) == slice(1, 2), slice(1) == slice(None, 1), slice(1, 2) == slice(1, 2, None),
    slice(1) == slice(2), slice(1) != slice(1, 1), slice(1, 2) == (1, 2, None), slice(1.0) == slice(1),
    slice([1]) == slice([1]))
print(slice(1, 2) < slice(1, 3), slice(2) > slice(1), slice(1, 2, 3) <= slice(1, 2, 3),
    slice("a", "b") < slice("a", "c"))
for f in (lambda: slice(None) < slice(1), lambda: slice(1) < 1, lambda: slice(1) < (1,),
        lambda: slice(1) + slice(2)):
    try:
        print(f())
    except TypeError as e:
        print(e)
s = slice(1, 3)
print(s == s, s in [slice(1, 3)], [slice(1), slice(2)].index(slice(2)), s is slice(1, 3))
