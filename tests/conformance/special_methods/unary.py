class U:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __complex__(self): return 7 + 1j
    def __index__(self): return 3
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"


import math
u = U()
print(-u, +u, ~u, abs(u), int(u), float(u), complex(u), round(u), round(u, 2), math.trunc(u), math.floor(u), math.ceil(u))
print([0, 1, 2, 3, 4][u], "abcdef"[u:], list(range(u)), bin(u), hex(u), oct(u), "x" * u, bytes(u), chr(u), [9] * u, slice(u).indices(10))


class Plain:
    pass


p = Plain()
for f in (lambda: -p, lambda: +p, lambda: ~p, lambda: abs(p), lambda: int(p), lambda: float(p), lambda: complex(p), lambda: round(p), lambda: [1][p], lambda: range(p), lambda: bin(p), lambda: "x" * p):
    try:
        f()
    except TypeError as e:
        print(e)


class Wrong:
    def __int__(self): return "x"
    def __float__(self): return "x"
    def __complex__(self): return 5
    def __index__(self): return 1.5
    def __bool__(self): return 2
    def __len__(self): return -1


w = Wrong()
for f in (lambda: int(w), lambda: float(w), lambda: complex(w), lambda: [1][w], lambda: bool(w), lambda: len(w)):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class OnlyIndex:
    def __index__(self): return 5


print(int(OnlyIndex()), float(OnlyIndex()), complex(OnlyIndex()), hex(OnlyIndex()), math.sqrt(OnlyIndex()))
