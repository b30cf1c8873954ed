class D:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, o, t=None): return self if o is None else o.__dict__.get(self.name, 'none')
    def __set__(self, o, v): o.__dict__[self.name] = v + 1
    def __delete__(self, o): del o.__dict__[self.name]
class C: d = D()
c = C()
print(c.d); c.d = 4; print(c.d); del c.d; print(c.d, C.d.name)
