log = []


class Base:
    def run(self):
        log.append("Base")

    def __init__(self):
        log.append("Base.init")


class A(Base):
    def run(self):
        log.append("A")
        super().run()

    def __init__(self):
        log.append("A.init")
        super().__init__()


class B(Base):
    def run(self):
        log.append("B")
        super().run()

    def __init__(self):
        log.append("B.init")
        super().__init__()


class C(A, B):
    def run(self):
        log.append("C")
        super().run()

    def __init__(self):
        log.append("C.init")
        super().__init__()


class D(B, A):
    pass


for cls in (A, C, D):
    o = cls()
    o.run()
    print(cls.__name__, log)
    log.clear()


class Pipe:
    def process(self, x):
        return x


def stage(name, f):
    def process(self, x):
        return super(cls, self).process(f(x))
    cls = type(name, (Pipe,), {"process": process})
    return cls


Double = stage("Double", lambda x: x * 2)
Inc = stage("Inc", lambda x: x + 1)
print(type("P", (Double, Inc), {})().process(5), type("Q", (Inc, Double), {})().process(5))


class Incomplete:
    def hook(self):
        return super().hook()


class Has:
    def hook(self):
        return "sibling's hook"


class Joined(Incomplete, Has):
    pass


print(Joined().hook())
try:
    Incomplete().hook()
except AttributeError as e:
    print(e)
