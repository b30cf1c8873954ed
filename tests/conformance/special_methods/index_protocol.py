class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


lst = list(range(10))
print(lst[I(3)], lst[I(-1)], lst[I(1):I(5):I(2)], "abc"[I(0)], (1, 2)[I(1)], b"ab"[I(1)], range(10)[I(4)])
lst[I(0)] = "set"
del lst[I(1)]
print(lst[:3], lst.pop(I(0)), lst.index(5, I(2)))
lst.insert(I(0), "ins")
print(lst[0], [1] * I(3), "a" * I(2), list(range(I(2), I(5))), bytes(I(2)), bytearray(I(1)))
print(1 << 3, hex(I(255)), "%d" % I(7), "%x" % I(10), format(int(I(3)), "b"), int("z", I(36)), round(1.2345, I(2)), "abc".find("c", I(1)))
print([0, 1][True], chr(I(65)), "x".center(I(3), "-"), int.to_bytes(5, I(2), "big"), pow(2, 3, 5))
for f in (lambda: lst[I("x")], lambda: lst[I(99)], lambda: lst[I(2 ** 80)], lambda: "ab" * I(1.0), lambda: I(1) + 1, lambda: lst[1.0], lambda: lst["0"], lambda: range(1.0), lambda: "a"[I(None)]):
    try:
        print(f())
    except (TypeError, IndexError, OverflowError) as e:
        print(type(e).__name__, e)


class IntSub(int):
    pass


print(lst[IntSub(2)], [5, 6][True], "ab"[IntSub(0):])
print("abcdef"[I(1):][:I(2)], slice(I(1), I(2), I(3)).indices(9), lst[:I(2 ** 80)][0])
