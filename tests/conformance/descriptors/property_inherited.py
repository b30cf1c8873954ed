class Base:
    def __init__(self):
        self._v = 1

    @property
    def v(self):
        return self._v

    @v.setter
    def v(self, x):
        self._v = x

    def _get(self):
        return "base get"

    early = property(_get)
    late = property(lambda self: self._get())


class Sub(Base):
    @Base.v.setter
    def v(self, x):
        self._v = x * 100

    def _get(self):
        return "sub get"


class ReadOnly(Base):
    @property
    def v(self):
        return "ro " + str(super().v)


class Super(Base):
    @property
    def v(self):
        return super().v + 1

    @v.setter
    def v(self, x):
        super(Super, type(self)).v.fset(self, x + 1)


class Plain(Base):
    v = "plain attribute"


s = Sub()
s.v = 2
print(s.v, s.early, s.late)
r = ReadOnly()
print(r.v)
try:
    r.v = 5
except AttributeError as e:
    print(e)
u = Super()
u.v = 10
print(u.v)
p = Plain()
p.v = "now instance"
print(p.v, Plain.v, p.__dict__)
b = Base()
b.__dict__["v"] = "hidden by the property"
print(b.v)
Base.added = property(lambda self: "added later")
print(s.added, b.added)
del Base.v
print(b.v)
try:
    s.__class__.v
    print("Sub keeps its own")
except AttributeError as e:
    print(e)
