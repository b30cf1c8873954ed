class C:
    def __init__(self, n): self.n = n
    def __enter__(self): print('in', self.n); return self
    def __exit__(self, t, v, b): print('out', self.n, t and t.__name__); return self.n == 2
with C(1) as a, C(2) as b:
    raise KeyError('x')
print('after')
