# One place in the code that sees many classes, and classes that change while it does.
class Base:
    def __init__(self, n):
        self.n = n
        self.log = []

    def step(self):
        self.n += 1
        return self.n


class Twice(Base):
    def step(self):
        super().step()
        return super().step()


class Named(Base):
    label = "named"

    def __init__(self, n):
        super().__init__(n)
        self.label = "own"


class Slotted:
    __slots__ = ("n",)

    def __init__(self, n):
        self.n = n

    def step(self):
        self.n += 100
        return self.n


class Plain(Base):
    pass


def main():
    things = [Base(0), Twice(10), Named(20), Slotted(30), Plain(40)]
    seen = []
    for turn in range(6):
        print([t.step() for t in things], [t.n for t in things])
        for t in things:
            t.n = t.n + turn
        if turn == 1:
            Base.step = lambda self: "replaced"
        if turn == 2:
            things[0].step = lambda: "of the instance"
        if turn == 3:
            del Base.step
            Base.step = lambda self: self.n
            del things[0].step
        if turn == 4:
            Plain.n = property(lambda self: 7, lambda self, value: seen.append(value))
    print(seen, things[4].__dict__["n"])
    made = []
    for turn in range(3):
        made += [kind(turn) for kind in (Base, Named, Slotted, Plain)]
        Named.__init__ = lambda self, n: setattr(self, "n", -n)
    print([(type(t).__name__, t.n) for t in made])

    class Odd:
        def __init__(self):
            return 1

    try:
        Odd()
    except TypeError as error:
        print(error)


main()
