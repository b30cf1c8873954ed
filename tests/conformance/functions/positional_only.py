def f(a, b, /, c, *, d):
    return a, b, c, d


print(f(1, 2, 3, d=4), f(1, 2, c=3, d=4))


def g(a, /, **kw):
    return a, kw


print(g(1, a=2))


def h(x=1, /, y=2):
    return x, y


print(h(), h(5), h(5, 6), h(y=7))
print((lambda x, /: x)(3))
for text in ("f(a=1, b=2, c=3, d=4)", "f(1, b=2, c=3, d=4)", "h(x=1)", "g(a=1)", "f(1, 2, 3, 4)", "f(1)", "(lambda x, /: x)(x=1)"):
    try:
        print(eval(text))
    except TypeError as e:
        print(text, "|", e)


def all_kinds(p, q=2, /, r=3, *rest, k, o=6, **more):
    return p, q, r, rest, k, o, more


print(all_kinds(1, k=5))
print(all_kinds(1, 2, 3, 4, 5, k=6, o=7, p=8, q=9, z=10))
