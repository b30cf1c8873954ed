class P:
    __slots__ = ('x', 'y')
    def __init__(self): self.x = 1
p = P()
p.y = [1]
try: p.z = 3
except AttributeError as e: print(e)
del p.x
try: p.x
except AttributeError as e: print(e)
print(p.y)
