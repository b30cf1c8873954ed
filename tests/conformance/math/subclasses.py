# Ints of subclasses, also those that compute in their own way.
import math


class Plain(int):
    pass


class Own(int):
    def __mod__(self, other):
        return Own(1)

    def __floordiv__(self, other):
        return Own(2)

    def __mul__(self, other):
        return Own(3)

    def __abs__(self):
        return Own(4)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


for kind in Plain, Own, Index:
    print(math.gcd(kind(6), kind(4)), math.gcd(kind(6), 4), math.gcd(10 ** 30, kind(15)), math.gcd(kind(-9)), math.gcd(kind(1)))
    print(math.lcm(kind(4), kind(6)), math.lcm(kind(0), 3), math.lcm(kind(1), 2 ** 70))
    print(math.comb(kind(5), kind(2)), math.perm(kind(5), kind(2)), math.factorial(kind(5)), math.isqrt(kind(17)))
    print(type(math.gcd(kind(6))).__name__, type(math.lcm(kind(6))).__name__)
