class E(ValueError):
    def __init__(self, a, b): super().__init__(a); self.b = b
def f(n):
    try:
        if n: raise E('x', n)
        return 'none'
    except E as e:
        try: raise KeyError('inner') from e
        except KeyError as k: return repr(k), repr(k.__cause__), k.__context__ is e
    else: pass
    finally: print('finally', n)
print(f(0), f(1))
for bad in (lambda: 1 / 0, lambda: [][1], lambda: {}['k'], lambda: int('x'), lambda: None.a, lambda: undefined, lambda: 'a' + 1):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
