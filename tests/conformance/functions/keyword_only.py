def f(a, *, b, c=3):
    return a, b, c


print(f(1, b=2), f(1, c=5, b=4), f(b=1, a=0))


def g(*args, sep="-", end):
    return sep.join(args) + end


print(g("a", "b", end="!"), g(end="?", sep=""))
print(f.__kwdefaults__, g.__kwdefaults__, (lambda x: x).__kwdefaults__)


def h(*, only):
    return only


print(h(only=1), (lambda *, k=5: k)(), (lambda *a, k: (a, k))(1, 2, k=3))
for text in ("f(1)", "f(1, 2)", "f(1, 2, b=3)", "h()", "h(1)", "g('a')", "h(only=1, more=2)", "f()", "f(b=1)"):
    try:
        print(eval(text))
    except TypeError as e:
        print(text, "|", e)


def many(*, a, b, c):
    pass


try:
    many()
except TypeError as e:
    print(e)
try:
    many(b=1)
except TypeError as e:
    print(e)
f.__kwdefaults__ = {"b": "bb", "c": "cc"}
print(f(1))
