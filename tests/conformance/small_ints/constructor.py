# int() of other types: truncation, __int__, __index__, __trunc__ rules.
print(int(), int(True), int(3.99), int(-3.99), int(0.0), int(-0.0), int(1e15))

class Whole:
    def __int__(self):
        return 7

class Index:
    def __index__(self):
        return 11

class Wrong:
    def __int__(self):
        return "7"

class Sub(int):
    pass

print(int(Whole()), int(Index()), int(Sub(4)), type(int(Sub(4))).__name__)
print(hex(Index()), list(range(20))[Index()])
for f in (lambda: int(Wrong()), lambda: int(object()), lambda: int([1]), lambda: int(1, 2),
        lambda: int(3.0, 10),
          lambda: int(x="1"), lambda: int("1", base="x"), lambda: int("11", base=2), lambda: int(base=10),
          lambda: int(float("nan")), lambda: int(float("inf")), lambda: int(2 + 0j), lambda: hex(1.5),
          lambda: Whole() + 1):
    try:
        print(f())
    except Exception as e:
        text = str(e)
        print(type(e).__name__, text if " at " not in text else "(object)")
