# __bool__ first, then __len__, else true; wrong results are errors.
class ByBool:
    def __init__(self, v):
        self.v = v
    def __bool__(self):
        return self.v
    def __len__(self):
        raise RuntimeError("not asked")
class ByLen:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
class Neither:
    pass
print(bool(ByBool(True)), bool(ByBool(False)), bool(ByLen(0)), bool(ByLen(3)), bool(Neither()), bool(Neither),
    bool(ByLen))
print("yes" if ByLen(1) else "no", "yes" if ByLen(0) else "no", not ByBool(False),
    bool(ByBool(True) and ByLen(0)), [x.n for x in filter(None, [ByLen(0), ByLen(2)])],
    any([ByLen(0), ByBool(False)]), all([]), any([]))
log = []
class Noisy:
    def __init__(self, name, value):
        self.name, self.value = name, value
    def __bool__(self):
        log.append(self.name)
        return self.value
    def __repr__(self):
        return self.name
t, f = Noisy("t", True), Noisy("f", False)
print(t and f, f and t, t or f, f or t, not t, t if f else f, (t and f) or t)
print(log)
while f:
    pass
assert t
for bad in (ByBool(1), ByBool(None), ByBool("x"), ByLen(-1), ByLen("a"), ByLen(1.5), ByLen(2**100)):
    try:
        print(bool(bad))
    except Exception as e:
        print(type(e).__name__, e)
class Raises:
    def __bool__(self):
        raise KeyError("truth")
try:
    if Raises():
        pass
except KeyError as e:
    print("KeyError", e)
