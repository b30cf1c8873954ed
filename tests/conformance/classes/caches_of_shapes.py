# Instances of one shape whose slots lie in different places, and class data that changes while it is read.


class Wide:
    pass


def make(n):
    w = Wide()
    w.a = n
    w.b = n + 1
    w.c = n + 2
    w.d = n + 3
    w.e = n + 4
    return w


def read(o):
    return o.a, o.e


def write(o, v):
    o.e = v


first, between, second = make(0), [1, 2, 3], make(100)
print(read(second), read(first), read(second))
write(second, "second")
write(first, "first")
print(first.e, second.e, between)


class Base:
    count = 0
    text = "base"

    def name(self):
        return "Base.name"


class Left(Base):
    pass


class Right(Base):
    def name(self):
        return "Right.name"


def look(o):
    return o.count, o.text, o.name()


things = [Base(), Left(), Right()]
for turn in range(4):
    print([look(t) for t in things])
    Base.count += 1
    if turn == 1:
        Left.text = "left"
    if turn == 2:
        Base.name = lambda self: "changed"
        things[0].count = "own"
Base.count = property(lambda self: "computed")
print([look(t) for t in things[1:]])
del Left.text
del Base.count
Base.big = 1 << 32 | 3
print(things[1].text, things[2].big, things[1].big, hasattr(things[1], "count"))
for i in range(3):
    Base.big += 1
    print([t.big for t in things])


class Slots:
    __slots__ = ("x", "y")


s, t = Slots(), Slots()
for o in (s, t, s):
    o.x = 1 if o is s else 2
    print(o.x, hasattr(o, "y"))
