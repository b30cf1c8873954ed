class L(list):
    def __init__(self, *items):
        super().__init__(items)
        self.name = "L"

    def total(self):
        return sum(self)


a = L(1, 2, 3)
a.append(4)
print(a, a.name, a.total(), len(a), a[0], a[1:], type(a[1:]).__name__, a + [5], type(a + [5]).__name__, a * 2, a == [1, 2, 3, 4], a < [2], 3 in a)
a += [9]
a[0] = 7
a.sort()
a.note = "attr"
print(a, type(a).__name__, a.__dict__, a.copy(), type(a.copy()).__name__, list(reversed(a)), a.index(9), isinstance(a, list), [*a], sorted(a, reverse=True))
print(a.pop(), a, bool(L()), str(L()), L() == [], L(1) == L(1), repr(L(L(1))))
try:
    hash(a)
except TypeError as e:
    print(e)


class Never(list):
    def __len__(self):
        return 42

    def __getitem__(self, i):
        return "item"

    def __iter__(self):
        return iter("iter")

    def __contains__(self, x):
        return False


n = Never([1])
print(len(n), n[5], list(n), [*n], 1 in n, n, n == [1], tuple(n), sorted(n))


class T(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)

    def __init__(self, *items):
        self.n = len(items)

    @property
    def first(self):
        return self[0]


t = T(1, 2, 3)
print(t, t.n, t.first, t[1:], type(t[1:]).__name__, t + (4,), t == (1, 2, 3), hash(t) == hash((1, 2, 3)), {(1, 2, 3): "found"}[t], len(t), 2 in t)
x, y, z = t
print(x, y, z, t.count(1), t.index(3), max(t), isinstance(t, tuple), tuple(t), type(tuple(t)).__name__, "%s-%s-%s" % t, t * 2, t < (2,))
try:
    t[0] = 5
except TypeError as e:
    print(e)
t.extra = 1
print(t.__dict__)


class Empty(tuple):
    pass


print(Empty(), Empty("ab"), Empty() == (), type(Empty([1])).__name__, bool(Empty()))
