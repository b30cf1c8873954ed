class Lazy:
    def __init__(self):
        self.real = "real"

    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return name[4:].upper()
        raise AttributeError(f"no {name} here")


z = Lazy()
print(z.real, z.dyn_abc, hasattr(z, "dyn_x"), hasattr(z, "other"), getattr(z, "other", "default"))
try:
    z.other
except AttributeError as e:
    print(e)


class All:
    x = "class x"

    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("hidden")
        if name == "x":
            return "intercepted " + object.__getattribute__(self, "x")
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return "fallback " + name


a = All()
print(a.x, a.secret, a.missing, type(a).x)


class Sets:
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)


s = Sets()
s.a = 1
s.b, s.c = 2, 3
s.a += 10
setattr(s, "d", 4)
del s.a
delattr(s, "b")
print(s.__dict__)
try:
    del s.nothing
except AttributeError as e:
    print(e)
s.__dict__["direct"] = 5
print(s.direct)
Sets.on_class = "no hook"
print(s.on_class)


class Frozen:
    def __init__(self, x):
        object.__setattr__(self, "x", x)

    def __setattr__(self, *a):
        raise TypeError("frozen")


f = Frozen(1)
try:
    f.x = 2
except TypeError as e:
    print(e, f.x)


class Special:
    def __getattr__(self, name):
        return lambda *a: 5


try:
    len(Special())
except TypeError as e:
    print("special methods are looked up on the class:", e)
print(Special().__len__())
