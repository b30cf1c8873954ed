def f(**kw):
    return kw


print(f(), f(a=1), f(b=1, a=2), f(**{}), f(**{"x": 1}, y=2, **{"z": 3}))
print(list(f(z=1, y=2, x=3)))


def g(a, **kw):
    return a, kw


print(g(1, b=2), g(a=1, b=2), g(**{"a": 1, "c": 3}))
print(f(**{"not an identifier": 1, "": 2, "class": 3}))


class Mapping:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, k):
        return k * 2


print(f(**Mapping()))
for text in ("f(1)", "g()", "g(1, a=2)", "f(a=1, **{'a': 2})", "f(**{'a': 1}, **{'a': 2})", "f(**{1: 2})", "f(**5)", "f(**[1])", "g(1, 2)"):
    try:
        print(eval(text))
    except TypeError as e:
        print(text, "|", e)
