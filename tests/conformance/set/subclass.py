# Classes derived from set and frozenset; what operators return.
class Tags(set):
    def __init__(self, items=(), owner=None):
        super().__init__(i.lower() for i in items)
        self.owner = owner
    def add(self, item):
        super().add(item.lower())
    def __contains__(self, item):
        return super().__contains__(item.lower())
t = Tags(["A", "b"], owner="me")
t.add("C")
print(sorted(t), "A" in t, "c" in t, t.owner, len(t), t == {"a", "b", "c"}, isinstance(t, set),
    type(t | {"d"}).__name__, type(t.copy()).__name__, type(t & t).__name__, type(t.union([])).__name__)
t |= {"Z"}
print(type(t).__name__, sorted(t), t.owner, Tags(["x"]))
class Key(frozenset):
    def __new__(cls, text):
        return super().__new__(cls, text.split("+"))
    def __str__(self):
        return "+".join(sorted(self))
k = Key("ctrl+alt")
print(k, k == Key("alt+ctrl"), {k: 1}[Key("alt+ctrl")], type(k | k).__name__, "ctrl" in k,
    hash(k) == hash(frozenset(["ctrl", "alt"])), Key("a"))
class Ordered(set):
    def __iter__(self):
        return iter(sorted(set.__iter__(self), reverse=True))
o = Ordered([3, 1, 2])
print(list(o), [x for x in o], [*o], sorted(o), tuple(o))
