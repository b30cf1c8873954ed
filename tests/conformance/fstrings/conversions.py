# !r !s !a on many types, and how __format__, __str__ and __repr__ are chosen.
for value in ("text", 'q"uote', "it's", "é\n", b"by", 1.0, None, [1, "a"], ("x",), {"k": 'v"'}, {1}, True, 1j,
        range(2), ..., ValueError("bad")):
    print(f"{value} | {value!s} | {value!r} | {value!a}")

class Both:
    def __str__(self):
        return "the str é"
    def __repr__(self):
        return "the repr é"

class OnlyRepr:
    def __repr__(self):
        return "only repr"

b, o = Both(), OnlyRepr()
print(f"{b} {b!s} {b!r} {b!a} {o} {o!s} {o!r}", f"{b!s:>15}|{b!r:.3}|{[b]} {[b]!s:*^20}")

class BadStr:
    def __str__(self):
        return 5

for f in (lambda: f"{BadStr()}", lambda: f"{BadStr()!s}", lambda: f"{b:x}"):
    try:
        print(f())
    except TypeError as e:
        print(e)
