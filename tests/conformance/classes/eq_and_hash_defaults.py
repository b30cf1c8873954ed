class A:
    pass


a, b = A(), A()
print(a == a, a == b, a != b, a is a, hash(a) == hash(a), len({a, b, a}), a in [b, a])


class Eq:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return isinstance(other, Eq) and self.v == other.v


print(Eq(1) == Eq(1), Eq(1) != Eq(1), Eq(1) != Eq(2), Eq(1) == 1, Eq(1) != 1, Eq(1) in [Eq(1)], [Eq(1), Eq(2)].index(Eq(2)))
try:
    hash(Eq(1))
except TypeError as e:
    print(e, Eq.__hash__)
try:
    {Eq(1): 1}
except TypeError as e:
    print(e)


class Both(Eq):
    def __hash__(self):
        return hash(self.v)


print(len({Both(1), Both(1), Both(2)}), {Both(5): "found"}[Both(5)], Both(1) == Eq(1))


class KeepHash(Eq):
    __hash__ = object.__hash__


k = KeepHash(1)
print(hash(k) == hash(k), {k: 1}[k])


class NoHash:
    __hash__ = None


try:
    {NoHash()}
except TypeError as e:
    print(e)


class Ne:
    def __ne__(self, other):
        return "ne called"


print(Ne() != 1, Ne() == 1)


class HashOnly:
    def __hash__(self):
        return 7


h = HashOnly()
print(hash(h), h == HashOnly(), len({h, HashOnly()}))


class Big:
    def __hash__(self):
        return 2 ** 70


class Neg:
    def __hash__(self):
        return -1


class BadHash:
    def __hash__(self):
        return "x"


print(hash(Big()) == hash(2 ** 70), hash(Neg()))
try:
    hash(BadHash())
except TypeError as e:
    print(e)
