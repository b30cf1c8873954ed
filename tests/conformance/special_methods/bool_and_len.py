class B:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        print("bool", end=" ")
        return self.v

    def __len__(self):
        print("len", end=" ")
        return 1


class L:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        print("len", end=" ")
        return self.n


print(bool(B(True)), bool(B(False)), bool(L(0)), bool(L(3)), bool(object()))
print("a" if L(0) else "b", not B(False), B(True) and 5, type(L(0) or 6).__name__)
while B(False):
    pass
print([x for x in (1, 2) if B(x == 2)])
print(all([B(True), B(False), B(True)]), any([L(0), L(1), L(2)]), len(list(filter(None, [L(0), L(5)]))))
assert B(True)
try:
    assert L(0), "empty"
except AssertionError as e:
    print(e)
for v in (1, None, "x", []):
    try:
        if B(v):
            pass
    except TypeError as e:
        print(e)


class Inherit(list):
    pass


class Num(int):
    def __bool__(self):
        return False


print(bool(Inherit()), bool(Inherit([1])), bool(Num(5)), Num(5) == 5, bool(type), bool(len))


class BothRaise:
    def __bool__(self):
        raise ValueError("undecided")


for f in (lambda: bool(BothRaise()), lambda: not BothRaise(), lambda: BothRaise() or 1, lambda: 1 if BothRaise() else 0, lambda: any([BothRaise()]), lambda: [1 for _ in [0] if BothRaise()]):
    try:
        f()
    except ValueError as e:
        print(e)
