class A:
    kind = 'a'
    def __init__(self, x): self.x = x
    def __repr__(self): return f'A({self.x!r})'
    def __eq__(self, o): return self.x == o.x
    def __hash__(self): return hash(self.x)
    def __lt__(self, o): return self.x < o.x
class B(A):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y
l = [A(3), B(1, 2), A(2)]
print(sorted(l), A(1) == A(1), {A(1): 2}[A(1)], isinstance(l[1], A), B.__mro__, l[1].__dict__)
setattr(l[0], 'z', 5); delattr(l[0], 'z'); B.extra = lambda self: self.y
print(l[1].extra(), hasattr(l[0], 'z'), vars(l[0]), type('D', (A,), {'q': 1})(4).q)
