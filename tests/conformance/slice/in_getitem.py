# What user classes receive for every subscript form.
class Show:
    def __getitem__(self, key):
        return key
    def __setitem__(self, key, value):
        print("set", key, value)
    def __delitem__(self, key):
        print("del", key)
s = Show()
print(s[1], s[1:2], s[:], s[::], s[1:], s[:2], s[::3], s[1:2:3], s[:, :], s[1:2, 3], s[..., None], s[()],
    s[1,], s["a":"b"], s[[1]:{2}], s[lambda: 0].__class__.__name__)
s[1:2] = "x"
s[::2] = [1]
s[1, 2:3] = None
del s[5:]
del s[0], s[:1, 2]
class Sequence:
    def __init__(self, *items):
        self.items = items
    def __len__(self):
        return len(self.items)
    def __getitem__(self, key):
        if isinstance(key, slice):
            return Sequence(*[self.items[i] for i in range(*key.indices(len(self)))])
        if not isinstance(key, int):
            raise TypeError("indices must be ints, not " + type(key).__name__)
        return self.items[key]
    def __repr__(self):
        return f"Sequence{self.items}"
q = Sequence(*"abcdef")
print(q[1], q[-1], q[1:3], q[::-1], q[10:], q[-2:], list(q), list(reversed(q)), "c" in q)
for bad in (9, "x", 1.5, (1, 2)):
    try:
        print(q[bad])
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
