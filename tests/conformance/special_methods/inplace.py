class V:
    def __init__(self, v):
        self.v = v

    def __iadd__(self, o):
        self.v += o
        print("iadd", end=" ")
        return self

    def __sub__(self, o):
        print("sub", end=" ")
        return V(self.v - o)

    def __imul__(self, o):
        return "imul replaced me"

    def __ior__(self, o):
        print("ior declines", end=" ")
        return NotImplemented

    def __or__(self, o):
        return V(("or", o))

    def __iand__(self, o):
        return NotImplemented


v = w = V(1)
v += 5
print(v is w, v.v)
v -= 2
print(v is w, v.v, w.v)
v *= 2
print(v)
v = V(0)
v |= 3
print(v.v)
try:
    v &= 1
except TypeError as e:
    print(e)
try:
    v /= 1
except TypeError as e:
    print(e)
ops = {"+=": "iadd", "-=": "isub", "*=": "imul", "/=": "itruediv", "//=": "ifloordiv", "%=": "imod", "**=": "ipow", "<<=": "ilshift", ">>=": "irshift", "&=": "iand", "|=": "ior", "^=": "ixor", "@=": "imatmul"}
All = type("All", (), {f"__{n}__": (lambda n: lambda s, o: (n, o))(n) for n in ops.values()})
for op, n in ops.items():
    ns = {"x": All()}
    exec(f"x {op} 9", ns)
    print(op, ns["x"])


class R:
    def __radd__(self, o):
        return ("radd", o)


x = 5
x += R()
print(x)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)


class Attr:
    n = 10


a = Attr()
a.n += 1
print(a.n, Attr.n)
lst = [V(1)]
lst[0] += 1
print(lst[0].v)
try:
    x = object()
    x += 1
except TypeError as e:
    print(e)
