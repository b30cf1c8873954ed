class C:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        "the x"
        print("get", end=" ")
        return self._x

    @x.setter
    def x(self, v):
        print("set", v, end=" ")
        self._x = v

    @x.deleter
    def x(self):
        print("del", end=" ")
        self._x = None

    def get_y(self):
        return "y"

    y = property(get_y, doc="the y")
    z = property(lambda self: self._x, lambda self, v: setattr(self, "_x", v * 2), None, "doc z")
    nothing = property()


c = C()
print(c.x)
c.x = 5
print(c.x)
del c.x
print(c.x)
c._x = 1
c.x += 10
print(c.x)
c.z = 4
print(c.z, c.y, C.x.__doc__, C.y.__doc__, C.z.__doc__, type(C.x).__name__)
for text in ("c.y = 1", "del c.y", "c.nothing", "c.nothing = 1", "del c.nothing", "del c.z"):
    try:
        exec(text)
    except AttributeError as e:
        print(text, "|", e)
print(C.x.fget(c), C.x.fset is not None, C.y.fset, C.x.__get__(c), C.x.__get__(None, C) is C.x)
C.x.__set__(c, 9)
print(c._x)
p = property(lambda s: "alone")
print(p.__get__(5), p.getter(lambda s: "other").__get__(5))
try:
    C.y.__set__(c, 1)
except AttributeError as e:
    print(e)
print(c.__dict__)
