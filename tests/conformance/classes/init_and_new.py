class New:
    def __new__(cls, *args, **kw):
        print("new", cls.__name__, args, kw)
        self = object.__new__(cls)
        self.from_new = True
        return self

    def __init__(self, *args, **kw):
        print("init", args, kw)


n = New(1, k=2)
print(n.from_new)


class Foreign:
    def __new__(cls, x):
        return x

    def __init__(self, x):
        print("init must not run")


print(Foreign(5), Foreign("text"), Foreign(None))


class Base:
    def __new__(cls, x):
        return Sub.__new__(Sub, x) if x > 5 and cls is Base else object.__new__(cls)

    def __init__(self, x):
        self.x = x
        print("init", type(self).__name__, x)


class Sub(Base):
    pass


Base(1), Base(10), Sub(2)


class Single:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = object.__new__(cls)
        return cls.instance


print(Single() is Single())


class BadInit:
    def __init__(self):
        return 5


try:
    BadInit()
except TypeError as e:
    print(e)
for text in ("object.__new__()", "object.__new__(5)", "object.__new__(int)", "object(1)", "object.__new__(object)", "New.__new__()", "int.__new__(str)", "object.__new__(Sub, 1)", "object().__init__(1)"):
    try:
        print(text, type(eval(text)).__name__)
    except TypeError as e:
        print(text, "|", e)
o = object.__new__(Sub)
print(type(o).__name__, o.__dict__)
o.__init__(7)
print(type(New.__dict__["__new__"]).__name__)
