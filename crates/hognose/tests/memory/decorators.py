def twice(f):
    def g(*a, **k): return f(*a, **k), f(*a, **k)
    return g
@twice
def hello(name, *, mark='!'): return 'hello ' + name + mark
print(hello('you', mark='?'))
class P:
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v): self._x = v * 2
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls): return cls.__name__
p = P(); p.x = 4
print(p.x, P.s(1), p.c())
