# a function made from the code of another and other globals
def f(a, b=2):
    return a + b + offset


offset = 100
print(f(1))
kind = type(f)
g = kind(f.__code__, {"offset": 1000})
try:
    g(1)
except TypeError as e:
    print(e)
print(g(1, 2), g.__name__, g.__defaults__)
h = kind(f.__code__, {"offset": 5}, "h", (7,))
print(h(1), h.__name__)
f.__code__ = (lambda a, b: ("replaced", a, b)).__code__
print(f(1))


def make(n):
    def inner():
        return n
    return inner


one, two = make(1), make(2)
print(one.__closure__[0].cell_contents, one.__code__ is two.__code__, one(), two())
print(make.__closure__, one.__code__.co_freevars, make.__code__.co_cellvars)
exec("z = 5\ndef k(): return z", space := {})
print(space["k"](), space["k"].__globals__ is space)
