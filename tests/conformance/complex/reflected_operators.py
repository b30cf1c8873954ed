# Reflected operations of user types with complex numbers.
class Gauss:
    def __init__(self, a, b=0):
        self.a, self.b = a, b
    def __complex__(self):
        return complex(self.a, self.b)
    def __add__(self, other):
        return ("add", complex(self) + other)
    def __radd__(self, other):
        return ("radd", other + complex(self))
    def __rtruediv__(self, other):
        return ("rdiv", other / complex(self))
    def __rpow__(self, other):
        return ("rpow", other)
    def __eq__(self, other):
        return complex(self) == other
g = Gauss(1, 2)
print(g + 1j, 1j + g, (2 + 4j) / g, 1j ** g, 1 + 2j == g, g == 1 + 2j, 1j == g, complex(g), abs(complex(g)))
try:
    g - 1j
except TypeError as e:
    print(e)
try:
    1j * g
except TypeError as e:
    print(e)
class Tagged(complex):
    def __new__(cls, re, im, tag):
        self = super().__new__(cls, re, im)
        self.tag = tag
        return self
    def __mul__(self, other):
        return Tagged(*(lambda z: (z.real, z.imag))(complex(self) * other), self.tag + "*")
t = Tagged(1, 1, "t")
print(t, t.tag, (t * 2j).tag, t * 2j, type(t + 1).__name__, t == 1 + 1j, isinstance(t, complex),
    t.conjugate(), hash(t) == hash(1 + 1j), complex(t))
