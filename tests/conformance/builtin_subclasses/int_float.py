class I(int):
    def __new__(cls, v=0, tag=None):
        self = int.__new__(cls, v)
        self.tag = tag
        return self


a, b = I(5, "five"), I("7")
print(a, repr(a), a.tag, b.tag, type(a).__name__, isinstance(a, int))
print(a + b, type(a + b).__name__, a * 2, -a, type(-a).__name__, a / 2, a // 2, a % 3, a ** 2, a << 1, a & 4, ~a, divmod(b, a))
print(a == 5, a < b, a in [5], [10, 20, 30, 40, 50, 60][a], hash(a) == hash(5), {5: "x"}[a], range(a), a.bit_length(), a.real, type(a.real).__name__)
print(int(a), type(int(a)).__name__, float(a), str(a), f"{a:03d}", "%d" % a, "%s" % a, bool(I(0)), a.__dict__)
print(sum([a, b]), max(a, b) is b, sorted([b, a]), a.to_bytes(2, "big"), type(+a).__name__, type(abs(a)).__name__, type(round(a)).__name__)


class F(float):
    def __add__(self, o):
        return F(float(self) + o)

    def __repr__(self):
        return f"F({float(self)})"


f = F(1.5)
print(f, f + 1, [f], f * 2, type(f * 2).__name__, f"{f:.2f}", f.is_integer(), F("2.5"), f == 1.5, 1 + f, int(f), str(f))


class Over(int):
    def __str__(self):
        return "str!"

    def __eq__(self, o):
        return "eq!"

    __hash__ = int.__hash__

    def __int__(self):
        return 99


o = Over(3)
print(o, repr(o), o == 3, 3 == o, int(o), o + 1, f"{o}", f"{o:d}", "%d" % o, "%s" % o, [o])


class B(int):
    pass


print(B(True), B(2.9), B("ff", 16), type(B(B(1))).__name__, B.from_bytes(b"\x01\x00", "big"), type(B.from_bytes(b"\x01", "big")).__name__, B(10 ** 30) + 1)
try:
    class X(bool):
        pass
except TypeError as e:
    print(e)
