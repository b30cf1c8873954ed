a = [1]
b = a
c = [1]
print(id(a) == id(b), id(a) == id(c), a is b, a is not c, type(id(a)).__name__, id(a) > 0)
print(id(None) == id(None), id(True) == id(True), id(int) == id(int), id(len) == id(len))
objs = [object() for _ in range(50)]
print(len({id(o) for o in objs}) == 50)


def f():
    return id(f)


print(f() == id(f))
x = a
a += [2]
print(x is a, id(x) == id(a))
a = a + [3]
print(x is a)
t = (1, [2])
u = t
print(t is u, t[1] is u[1], t[:] == t, t[1][:] is t[1], [t][0] is t, {"k": t}["k"] is t)
class C: pass
o = C()
o.self = o
print(o.self is o, id(o.self) == id(o), o.self.self.self is o)
print(None is None, () == (), ... is Ellipsis, NotImplemented is NotImplemented, type(None) is type(None), (not None) is True)
try:
    id()
except TypeError as e:
    print(e)
s = "text"
print(s is s, "".join(["a"]) == "a", str(s) is s, tuple(t) is t, int(5) == 5, frozenset() == frozenset())
