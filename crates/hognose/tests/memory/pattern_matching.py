class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x = x; self.y = y
def f(v):
    match v:
        case 0 | 1: return 'small'
        case [a, *rest] if a: return a, rest
        case {'k': k, **r}: return k, r
        case P(x=0, y=q) | P(q, 0): return 'p', q
        case str() as t: return t
        case _: return 'other'
print([f(v) for v in (0, [1, 2, 3], {'k': 1, 'z': 2}, P(0, 5), P(6, 0), 'text', 2.5)])
