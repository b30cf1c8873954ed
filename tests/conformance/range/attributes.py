# start, stop, step, len, repr, truth.
for r in (range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(0), range(5, 5), range(3, 1),
        range(1, 10, 100), range(-5, 5, 4), range(10**20, 10**20 + 5, 2)):
    print(r, r.start, r.stop, r.step, len(r), bool(r), list(r))
class I:
    def __init__(self, n):
        self.n = n
    def __index__(self):
        return self.n
print(range(I(3)), list(range(I(1), I(10), I(4))), range(True), range(False, 2),
    type(range(I(3)).stop).__name__)
for f in (lambda: range(), lambda: range(1, 2, 0), lambda: range(1.0), lambda: range("a"),
        lambda: range(1, 2, 3, 4), lambda: range(None), lambda: range(stop=3), lambda: range(1, "b"),
        lambda: setattr(range(3), "start", 1), lambda: range(3).nope, lambda: range(3)(),
        lambda: range(1, 5, 1.0), lambda: len(range(2**70))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
