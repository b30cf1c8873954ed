# Displays, single items, tuple(), unpacking and printing.
print((), (1,), (1, 2), ((1,), (2,)), (1, "a", None, [1]), tuple(), tuple("abc"), tuple([1, 2]),
    tuple(range(3)), tuple({1: 2}), tuple(x * x for x in range(3)), 1, (1))
t = 1, 2, 3
u = 4,
print(t, u, (*t, *u), (*"ab",), (1, *[], 2), ((((5)))), type((5)).__name__, type((5,)).__name__)
print(tuple(t) is t, t[:] is t, () == tuple(), (1, (2, (3, ()))), len(((),)), ("a" "b"), ("a", "b"))
def several():
    return 1, "two", [3]
def star(*args):
    return args
a, b, c = several()
print(several(), a, b, c, star(), star(1), star(*"ab", 3), star((1, 2)))
l = [1]
t = (l, l)
l.append(2)
print(t, t[0] is t[1])
for f in (lambda: tuple(5), lambda: tuple(None), lambda: tuple(1, 2), lambda: tuple(x=1), lambda: (*5,),
        lambda: (1, 2).append(3), lambda: (1, 2).x):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(e)
