class G:
    def __getattr__(self, n): return n * 2
    def __setattr__(self, n, v): object.__setattr__(self, n, [v])
    def __getattribute__(self, n):
        if n == 'secret': raise AttributeError(n)
        return object.__getattribute__(self, n)
    def __dir__(self): return ['b', 'a']
g = G(); g.x = 1
print(g.x, g.yy, g.secret, dir(g), getattr(g, 'q', 0))
