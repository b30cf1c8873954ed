def t(v):
    print(v, end=" ")
    return v


print(t(1) < t(2) < t(3))
print(t(1) > t(2) > t(3))
print(t(1) < t(3) > t(2) != t(1))
print(1 == 1 != 2, 1 < 2 == 2, 1 < 2 == True, (1 < 2) == True)
print(1 in [1, 2] == True, 1 in [1, 2] in [[1, 2]])
yes = True
print(3 > 2 > yes is yes, (3 > 2 > 1) is yes)
x = 5
print(0 <= x < 10, 0 <= x < 5, not 0 <= x < 5)


class Num:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print(f"{self.n}<{other.n}", end=" ")
        return [self.n, other.n] if self.n < other.n else []


print(Num(1) < Num(2) < Num(3))
print(Num(1) < Num(0) < Num(3))
try:
    1 < "a"
except TypeError as e:
    print(e)
try:
    1 < 2 < "a"
except TypeError as e:
    print(e)
print(1 > 2 < "a")
print("a" < "b" < "c", [1] < [1, 0] <= [1, 0], (1, 2) < (1, 3) < (2,))
