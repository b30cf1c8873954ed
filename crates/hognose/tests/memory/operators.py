class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    __radd__ = __add__
    def __iadd__(self, o): self.x += o; return self
    def __neg__(self): return V(-self.x)
    def __matmul__(self, o): return 'mat'
    def __getitem__(self, i): return i
    def __contains__(self, i): return i == self.x
    def __len__(self): return 3
    def __bool__(self): return self.x > 0
    def __call__(self, *a): return a
    def __format__(self, s): return 'V' + s
    def __index__(self): return self.x
v = V(2); v += 5
print((v + v).x, (1 + v).x, -v is v, v @ v, v[1:2], 7 in v, len(v), bool(v), v(1), f'{v:spec}', [0] * V(2), sum([v, v]).x)
