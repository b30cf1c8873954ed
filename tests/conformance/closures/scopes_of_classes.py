# class scope, closures, nonlocal, global, del
x = "global"
def f():
    x = "f"
    class C:
        print("in C", x)
        x = "C"
        print("after", x)
        def m(self):
            return x
        y = [x for _ in range(2)]
        z = (lambda: x)()
        w = [i for i in x]
    return C
C = f()
print(C().m(), C.x, C.y, C.z, C.w)
class D:
    x = "D"
    lst = [v + x for v in x]
    gen = list(v + x for v in x)
    try:
        d = [x for a in range(1) for b in x]
    except NameError as e:
        print(e)
print(D.lst, D.gen, D.d)
def g():
    class E:
        nonlocal y
        y = 5
        z = y
    y = 1
    def h():
        nonlocal y
        y += 1
        return y
    return E, y, h(), y
E_, *rest = g()
print(rest, "y" in E_.__dict__, E_.z)
def k():
    y = 1
    class E:
        nonlocal y
        y = 7
        def get(self): return y
        del y
    try:
        y
    except NameError as e:
        print(type(e).__name__, e)
    y = 3
    return E().get()
print(k())
def dels():
    a = 1
    def inner():
        return a
    del a
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    a = 2
    print(inner())
    del a
    try:
        del a
    except UnboundLocalError as e:
        print(e)
dels()
def loop():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    fs2 = [lambda: j for j in range(3)]
    fs3 = [lambda j=j: j for j in range(3)]
    return [f() for f in fs], [f() for f in fs2], [f() for f in fs3]
print(loop())
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    def dec():
        nonlocal n
        n -= 1
        return n
    return inc, dec, lambda: n
i, d, get = counter()
i(); i(); d()
print(get(), i.__closure__[0].cell_contents, i.__closure__[0] is d.__closure__[0], i.__code__.co_freevars, counter.__code__.co_cellvars)
def shadow(print):
    return print
print(shadow(1))
def glob():
    global newg
    newg = 1
    class K:
        global newk
        newk = 2
        inner = newg
    def g2():
        global newg
        del newg
    g2()
    return K
K = glob()
print(newk, "newk" in K.__dict__, K.inner, "newg" in globals())
def comp():
    y = 10
    return [(x, y) for x in range(2) if (y2 := y + x)], y2
print(comp())
def params(a, b=x, *args, c=x, **kw):
    def inner():
        return a, b, args, c, kw
    a = "changed"
    return inner()
print(params(1, 2, 3, c=4, d=5))
def del_param(a):
    del a
    try:
        return a
    except UnboundLocalError as e:
        return str(e)
print(del_param(1))
def late():
    def use():
        return later
    try:
        use()
    except NameError as e:
        print(e)
    later = 1
    return use()
print(late())
class Meta(type):
    def __prepare__(name, bases):
        return {"injected": "from prepare"}
class M(metaclass=Meta):
    got = injected
    def m(self):
        try:
            return injected
        except NameError as e:
            return str(e)
print(M.got, M().m())
class SelfRef:
    def a(self): return __class__
    @staticmethod
    def b(): return __class__
    c = lambda self: __class__
    @classmethod
    def d(cls): return super().__thisclass__
print(SelfRef().a() is SelfRef, SelfRef.b() is SelfRef, SelfRef().c() is SelfRef, SelfRef.d() is SelfRef)
def outer():
    x = 1
    def mid():
        def inner():
            nonlocal x
            x = 5
        inner()
    mid()
    return x
print(outer())
def lam():
    return (lambda x: (lambda y: (lambda z: x + y + z)))(1)(2)(3)
print(lam())
def locs():
    a = 1
    b = 2
    def f(): return b
    del a
    return sorted(locals())
print(locs())
exec("def ex():\n  q = 1\n  exec('q = 2')\n  return q\nprint(ex())")
def gl():
    exec("zz = 1")
    try:
        zz
    except NameError as e:
        print(e)
gl()
class Outer:
    class Inner:
        val = 1
    ref = Inner.val
    def f(self):
        return Outer.Inner.val
print(Outer.ref, Outer().f())
try:
    class Bad:
        a = 1
        class In:
            b = a
except NameError as e:
    print(e)
x = 1
class Y:
    x = x
    x += 1
print(x, Y.x)
def fn():
    try:
        print(undefd)
    except NameError:
        print("ne")
    for undefd in range(2): pass
    print(undefd)
    import sys as s, math
    return s.__name__
try:
    fn()
except Exception as e:
    print(type(e).__name__)
