def f(a, b=1, *, c=2):
    "the doc"
    return a


print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__dict__)
print(repr(f).startswith("<function f at"), type(f).__name__, callable(f))
f.note = "hello"
f.count = 0
f.count += 1
print(f.note, f.count, f.__dict__, hasattr(f, "nope"))
del f.note
try:
    f.note
except AttributeError as e:
    print(e)
f.__name__ = "renamed"
print(f.__name__, f.__qualname__)
try:
    f.__name__ = 5
except TypeError as e:
    print(e)
print(f.__globals__ is globals())
try:
    f.__globals__ = {}
except AttributeError as e:
    print(e)


class C:
    def m(self):
        def inner():
            pass
        return inner


print(C.m.__qualname__, C().m.__qualname__, C().m().__qualname__, C.__qualname__)
print(f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames)
print(f == f, f != C.m, f in {f: 1}, hash(f) == hash(f))
try:
    f()
except TypeError as e:
    print(e)
try:
    len.x = 1
except AttributeError as e:
    print(e)
print(len.__name__, [].append.__name__, len.__module__)
