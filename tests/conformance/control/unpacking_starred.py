a, *b = 1, 2, 3
print(a, b)
*a, b = 1, 2, 3
print(a, b)
a, *b, c = 1, 2, 3, 4, 5
print(a, b, c)
a, *b, c = 1, 2
print(a, b, c)
*a, = "abc"
print(a)
[*a] = range(3)
print(a)
a, (b, *c), *d = 1, (2, 3, 4), 5, 6
print(a, b, c, d)
*a, (b, *c) = 1, 2, "xyz"
print(a, b, c)
h, *t = {1: 2}
print(h, t)
d = {}
d["x"], *d["y"] = 1, 2, 3
print(d)
for src in ([], [1], (i for i in range(2)), "ab"):
    try:
        a, *b, c = src
        print(a, b, c)
    except ValueError as e:
        print(e)
try:
    a, b, *c, e = 1, 2
except ValueError as err:
    print(err)
print([*range(3), *"ab"], (*[], 1), {*[1], 1}, {**{"a": 1}, "a": 2, **{"b": 3}})
print(*[1], *(), *"z")
x = *"ab", *[1]
print(x)


def ret():
    return 1, *[2, 3]


print(ret())
try:
    [*5]
except TypeError as e:
    print(e)
try:
    {**5}
except TypeError as e:
    print(e)
