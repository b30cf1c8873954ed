class Seq:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, i):
        print("get", i, end=" ")
        return self.items[i]


s = Seq("abc")
print(list(s))
print("b" in s)
print("z" in s)
a, b, c = s
print(a, b, c)
print(type(iter(s)).__name__)
for x in s:
    if x == "b":
        break
print()
print(max(s), [*s])


class Stops:
    def __getitem__(self, i):
        if i == 3:
            raise StopIteration
        return i


print(list(Stops()))


class Fails:
    def __getitem__(self, i):
        raise KeyError(i)


try:
    list(Fails())
except KeyError as e:
    print(repr(e))


class Map:
    def __getitem__(self, k):
        return {"a": 1}[k]


try:
    list(Map())
except KeyError as e:
    print(repr(e))


class Both:
    def __iter__(self):
        return iter("iter")

    def __getitem__(self, i):
        return "getitem"


print(list(Both()))


class Rev:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * 10


print(list(reversed(Rev())))
try:
    reversed(Seq("ab"))
except TypeError as e:
    print(e)
it = iter(Stops())
print(next(it), list(it), list(it))
