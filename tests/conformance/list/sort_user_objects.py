# Sorting calls __lt__ only; exceptions leave a permutation; the list looks empty meanwhile.
class Item:
    def __init__(self, n, tag=""):
        self.n, self.tag = n, tag
    def __lt__(self, other):
        return self.n < other.n
    def __repr__(self):
        return f"{self.n}{self.tag}"
items = [Item(3), Item(1, "a"), Item(2), Item(1, "b"), Item(3, "z"), Item(0)]
print(sorted(items), sorted(items, reverse=True), min(items), max(items[1:4], key=lambda i: i.n))
class Desc(int):
    def __lt__(self, other):
        return int(self) > int(other)
print(sorted(map(Desc, [1, 3, 2])), sorted([Desc(5), Desc(7)], key=int))
class Bad(Item):
    def __lt__(self, other):
        if self.n == 2 or other.n == 2:
            raise ZeroDivisionError("at two")
        return self.n < other.n
bad = [Bad(i) for i in (5, 4, 3, 2, 1, 0)]
try:
    bad.sort()
except ZeroDivisionError as e:
    print(e, sorted(b.n for b in bad))
calls = []
def key(x):
    calls.append(x)
    return -x
print(sorted([3, 1, 2], key=key), calls)
data = [3, 1, 2]
def spy(x):
    seen.append(list(data))
    return x
seen = []
data.sort(key=spy)
print(data, seen)
def meddle(x):
    data.append(x)
    return x
try:
    data.sort(key=meddle)
except ValueError as e:
    print(e, data)
class NoOrder:
    pass
try:
    sorted([NoOrder(), NoOrder()])
except TypeError as e:
    print(e)
try:
    sorted([1, 2], key=lambda x: 1 / 0)
except ZeroDivisionError as e:
    print(e)
