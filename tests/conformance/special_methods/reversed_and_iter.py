class R:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return iter(range(self.n))

    def __reversed__(self):
        print("reversed called")
        return iter("custom")

    def __len__(self):
        print("len", end=" ")
        return self.n


print(list(reversed(R(3))), list(R(3)), sorted(R(3), reverse=True))


class NotRev:
    __reversed__ = None

    def __len__(self):
        return 1

    def __getitem__(self, i):
        return i


try:
    reversed(NotRev())
except TypeError as e:
    print(e)


class Seq:
    def __len__(self):
        return 4

    def __getitem__(self, i):
        return "abcd"[i]


r = reversed(Seq())
print(next(r), list(r), type(r).__name__)


class RetAny:
    def __reversed__(self):
        return 42


print(reversed(RetAny()))


class Hint:
    def __init__(self, n):
        self.n = n

    def __length_hint__(self):
        return self.n

    def __iter__(self):
        return iter([1, 2])


print(list(Hint(5)), list(Hint(0)), list(Hint(NotImplemented)))
for bad in (-1, "x"):
    try:
        list(Hint(bad))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Nx:
    def __next__(self):
        return 5


print(next(Nx()))


class KeysOnly:
    def keys(self):
        return iter(["a", "b"])

    def __getitem__(self, k):
        return k * 2


print(dict(KeysOnly()), {**KeysOnly()})


class Pairs:
    def __iter__(self):
        return iter([("x", 1), "yz", [3, 4]])


print(dict(Pairs()))
