class Log(dict):
    def __setitem__(self, k, v):
        print("set", k)
        super().__setitem__(k, v)

    def __getitem__(self, k):
        return "<" + str(super().__getitem__(k)) + ">"

    def update(self, *a, **k):
        for key, v in dict(*a, **k).items():
            self[key] = v

    def __init__(self, *a, **k):
        super().__init__()
        self.update(*a, **k)


d = Log({"a": 1}, b=2)
d["c"] = 3
print(d, d["a"], d.get("a"), len(d), super(Log, d).__getitem__("a"))


class Stack(list):
    def append(self, x):
        super().append(x)
        return self

    def __add__(self, o):
        return Stack(super().__add__(o))

    def __getitem__(self, i):
        r = super().__getitem__(i)
        return Stack(r) if isinstance(i, slice) else r

    def __repr__(self):
        return "Stack" + super().__repr__()


s = Stack([1]).append(2).append(3)
print(s, s + [4], s[1:], s[0], type(s[:1]).__name__)


class Name(str):
    def __new__(cls, value):
        self = super().__new__(cls, value.strip())
        self.raw = value
        return self

    def upper(self):
        return "[" + super().upper() + "]"


n = Name("  bob ")
print(n, len(n), repr(n.raw), n.upper())


class Even(int):
    def __new__(cls, v):
        return super().__new__(cls, v // 2 * 2)

    def __add__(self, o):
        return Even(super().__add__(o))

    def __repr__(self):
        return f"Even({super().__repr__()})"


print(Even(5), Even(4) + 3, Even(9), [Even(3)])


class Err(ValueError):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code

    def __str__(self):
        return super().__str__() + "!"


print(Err(5), repr(Err(6)), Err(7).args)
