(a, (b, c)), d = (1, (2, 3)), 4
print(a, b, c, d)
[e, [f, [g]]] = 1, (2, "x")
print(e, f, g)
a, b, c = "xyz"
print(a, b, c)
a, b = {1: "one", 2: "two"}
print(a, b)
a, b, c = range(3)
print(a, b, c)
a, b = (i * i for i in (3, 4))
print(a, b)
a, b = b"hi"
print(a, b)
(a) = 5
(a,) = [6]
[a] = (7,)
print(a)
() = []
[] = ()
for value in ((1, 2, 3), (1,), (), "abc", [], iter([1, 2, 3]), {}, 5, None, object):
    try:
        a, b = value
        print(a, b)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    a, (b, c) = 1, (2,)
except ValueError as e:
    print(e, a)
try:
    () = [1]
except ValueError as e:
    print(e)


def endless():
    n = 0
    while True:
        yield n
        n += 1


try:
    a, b, c = endless()
except ValueError as e:
    print(e)
