# deep data and endless recursion end in an exception that can be caught
import sys
N = 5000
def nest_list(n):
    x = []
    for _ in range(n): x = [x]
    return x
def nest(kind, n):
    x = kind()
    for _ in range(n): x = kind([x]) if kind is not dict else {1: x}
    return x
def attempt(name, f):
    try:
        r = f()
        print(name, "ok", type(r).__name__, len(r) if isinstance(r, str) else r if isinstance(r, (bool, int)) and not name.startswith("hash") else "")
    except (RecursionError, MemoryError) as e:
        print(name, type(e).__name__)
def survive(name, f):
    try:
        f()
    except (RecursionError, MemoryError):
        pass
    print(name, "survived")
a, b = nest_list(N), nest_list(N)
attempt("repr", lambda: repr(a))
attempt("str", lambda: str(a))
attempt("eq", lambda: a == b)
attempt("ne", lambda: a != b)
attempt("lt", lambda: a < b)
attempt("in", lambda: a in [b])
attempt("count", lambda: [a].count(b))
t1, t2 = nest(tuple, N), nest(tuple, N)
attempt("trepr", lambda: repr(t1))
attempt("teq", lambda: t1 == t2)
survive("hash", lambda: hash(t1))
survive("set", lambda: len({t1, t2}))
d1, d2 = nest(dict, N), nest(dict, N)
attempt("drepr", lambda: repr(d1))
attempt("deq", lambda: d1 == d2)
f1 = nest(frozenset, 300)
survive("fhash", lambda: hash(f1))
survive("frepr", lambda: repr(f1))
attempt("format", lambda: "{}".format(a))
attempt("percent", lambda: "%s" % (a,))
attempt("fstr", lambda: f"{a}")
attempt("print", lambda: print(a))
def rec(n): return rec(n + 1)
attempt("rec", lambda: rec(0))
class A:
    def __repr__(self): return repr(self)
    def __getattr__(self, n): return getattr(self, n + "x")
    def __eq__(self, o): return self == o
    def __call__(self): return self()
    def __iter__(self): return iter(self)
    def __add__(self, o): return self + o
    def __bool__(self): return bool(self)
    def __str__(self): return str(self)
    def __hash__(self): return hash(self)
    def __len__(self): return len(self)
    def __getitem__(self, i): return self[i]
    def __contains__(self, x): return x in self
    def __format__(self, s): return format(self, s)
    def __index__(self): return int(self)
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
    def __lt__(self, o): return self < o
    def __setattr__(self, n, v): setattr(self, n, v)
o = A()
for name, f in [("repr", lambda: repr(o)), ("getattr", lambda: o.foo), ("eq", lambda: o == 1), ("call", lambda: o()), ("iter", lambda: list(o)), ("add", lambda: o + 1), ("bool", lambda: bool(o)), ("str", lambda: str(o)), ("hash", lambda: hash(o)), ("len", lambda: len(o)), ("item", lambda: o[1]), ("contains", lambda: 1 in o), ("format", lambda: format(o)), ("index", lambda: [1][o]), ("enter", lambda: o.__enter__()), ("lt", lambda: o < 1), ("setattr", lambda: setattr(o, "x", 1)), ("sorted", lambda: sorted([o, o])), ("fst", lambda: f"{o}"), ("in", lambda: o in [1, 2]), ("dict", lambda: {o: 1}), ("max", lambda: max(o, o))]:
    attempt(name, f)
def gen(n):
    yield from gen(n + 1)
attempt("gen", lambda: next(gen(0)))
def gen2():
    yield next(gen2())
attempt("gen2", lambda: next(gen2()))
m = iter([1])
for _ in range(N): m = map(lambda x: x, m)
survive("maps", lambda: list(m))
m = iter([1])
for _ in range(N): m = filter(None, m)
survive("filters", lambda: list(m))
m = iter([1])
for _ in range(N): m = enumerate(m)
survive("enums", lambda: list(m))
m = iter([1])
for _ in range(N): m = zip(m)
survive("zips", lambda: list(m))
m = iter([1])
for _ in range(N): m = (x for x in m)
attempt("genexprs", lambda: list(m))
m = iter([1])
for _ in range(N): m = reversed([m])
attempt("reversed", lambda: list(m) and 1)
f = lambda: 1
for _ in range(N):
    f = (lambda g: lambda: g())(f)
attempt("closures", lambda: f())
def deco(n):
    try:
        deco(n + 1)
    finally:
        pass
attempt("finallies", lambda: deco(0))
def catcher(n):
    try:
        return catcher(n + 1)
    except RecursionError:
        return n
attempt("caught", lambda: catcher(0) > 100)
class P(property): pass
class B:
    x = property(lambda self: self.x)
attempt("property", lambda: B().x)
class D(dict):
    def __missing__(self, k): return self[k]
attempt("missing", lambda: D()[1])
attempt("exec", lambda: exec("def f(): f()\nf()", {}))
attempt("evalrec", lambda: eval("f(f)", {"f": lambda f: f(f)}))
e = ValueError(0)
for i in range(N):
    n = ValueError(i); n.__context__ = e; e = n
print("chain made")
l = []; l.append(l)
print(l, l == l)
l2 = []; l2.append(l2)
attempt("cyc", lambda: l == l2)
dd = {}; dd["d"] = dd
print(dd)
survive("isinstance", lambda: isinstance(1, t1))
class Meta(type):
    def __instancecheck__(c, o): return isinstance(o, c)
class MM(metaclass=Meta): pass
attempt("instcheck", lambda: isinstance(1, MM))
attempt("slice", lambda: a[0][0][0] is not None)
attempt("sort", lambda: sorted([a, b]) is not None)
attempt("join", lambda: ",".join([repr(a)]))
attempt("sum", lambda: sum([1], start=0))
print("end", sys.getrecursionlimit())
