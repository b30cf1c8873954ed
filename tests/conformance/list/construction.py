# list displays, list(), unpacking in displays, and printing.
print([], [1], [1, 2, 3], [1, [2, [3, []]]], [1, "a", None, 2.5, (1,), {"k": [1]}], list(), list("abc"),
    list(range(3)), list((1, 2)), list({1: 2}), list(b"ab"), list(x * x for x in range(4)))
print([*range(3), *"ab", 9], [*[], *()], [1, *[2, 3], 4], [[0] * 3 for _ in range(2)], [[]] * 3, [None] * 2)
a = [1, 2]
b = list(a)
c = a
b.append(3)
c.append(4)
print(a, b, c, a is c, a is list(a), [] is [])
a.append(a)
print(a, repr(a), len(a), a[-1] is a)
d = [a, a]
print(d)
for f in (lambda: list(5), lambda: list(None), lambda: list(1, 2), lambda: list(iterable=[1]), lambda: [*5],
        lambda: [*None], lambda: hash([]), lambda: {[]: 1}, lambda: {[1]}):
    try:
        print(f())
    except TypeError as e:
        print(e)
