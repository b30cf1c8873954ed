# Classes derived from list: overridden item access, own attributes, operators.
class Stack(list):
    def push(self, x):
        self.append(x)
        return self
    @property
    def top(self):
        return self[-1]
    def __repr__(self):
        return "Stack" + super().__repr__()
s = Stack([1, 2])
s.push(3).push(4)
s.name = "mine"
print(s, s.top, s.name, len(s), s == [1, 2, 3, 4], isinstance(s, list), type(s + [5]).__name__,
    type(s[1:]).__name__, type(s * 2).__name__, type(s.copy()).__name__, s[1:], sorted(s, reverse=True))
class OneBased(list):
    def __getitem__(self, i):
        return super().__getitem__(i - 1)
    def __len__(self):
        return 100
    def __contains__(self, x):
        return x == "magic"
    def __iter__(self):
        return iter("custom")
o = OneBased([10, 20, 30])
print(o[1], o[3], len(o), list.__len__(o), "magic" in o, 10 in o, list(o), [x for x in o], [*o], tuple(o),
    "".join(o), str(o))
class Limited(list):
    def __init__(self, n, *items):
        super().__init__(items)
        self.limit = n
    def append(self, x):
        if len(self) >= self.limit:
            raise OverflowError("full at %d" % self.limit)
        super().append(x)
l = Limited(2, 1)
l.append(2)
try:
    l.append(3)
except OverflowError as e:
    print(e, l)
l.extend([7, 8])
l += [9]
print(l, type(l).__name__, l.limit)
class Empty(list):
    pass
print(Empty(), bool(Empty()), Empty("ab"), Empty() == [], repr(Empty([Empty([1])])))
