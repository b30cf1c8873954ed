# User classes derived from str keep str behaviour and add their own.
class Tag(str):
    count = 0
    def __new__(cls, text, level=1):
        self = super().__new__(cls, text.lower())
        self.level = level
        cls.count += 1
        return self
    def wrap(self):
        return f"<{self}>"
    def __add__(self, other):
        return Tag(str(self) + other, self.level + 1)
    def __len__(self):
        return 99

t = Tag("BODY", 3)
print(t, repr(t), t.level, t.wrap(), Tag.count, t == "body", "body" == t, hash(t) == hash("body"),
    {"body": 1}[t])
u = t + "X"
print(u, type(u).__name__, u.level, type(t.upper()).__name__, type(t[1:]).__name__, type(t * 2).__name__,
    t.upper(), t[1:])
print(len(t), str.__len__(t), isinstance(t, str), [c for c in t], t in ["body"], t.startswith("bo"),
    "-".join([t, u]), "%s" % t, f"{t:>6}")
class Loud(str):
    def __eq__(self, other):
        return str(self).upper() == str(other).upper()
    def __hash__(self):
        return hash(str(self).upper())
    def __str__(self):
        return "loud"
    def __getitem__(self, i):
        return "item%s" % (i,)
print(Loud("a") == "A", Loud("a") in {Loud("A")}, Loud("q")[0], Loud("q")[1:2], str(Loud("x")),
    list(Loud("ab")), "%s" % Loud("z"))
t.extra = 1
print(t.__dict__)
