# exec, eval and compile with namespaces of every kind
g = {"a": 1}
l = {"b": 2}
exec("c = a + b\ndef f(): return a\nd = [a for _ in range(2)]", g, l)
print(sorted(k for k in g if k[0] != "_"), sorted(l), l["c"], l["f"](), l["d"])
try:
    exec("x = 1\ndef f(): return x\ny = f()", g, l)
except NameError as e:
    print(e)
try:
    exec("x = 1\ny = [x for _ in range(2)]", {}, {})
except NameError as e:
    print(e)
exec("x = 1\ny = [x for _ in range(2)]\nprint(y)", {})
class M:
    def __init__(self): self.d = {}
    def __getitem__(self, k):
        print("get", k)
        return self.d[k]
    def __setitem__(self, k, v):
        print("set", k)
        self.d[k] = v
    def __delitem__(self, k):
        print("del", k)
        del self.d[k]
exec("p = 1\nq = p\ndel p\nprint(q)\ndef fn(a: q): return q", {"q": "global q"}, M())
try:
    exec("del nope", {}, M())
except NameError as e:
    print("NameError", e)
try:
    eval("zzz", {}, M())
except NameError as e:
    print("NameError", e)
exec("class K:\n  v = 5\n  w = v\nprint(K.w)", {}, M())
exec("import math as mm\nfrom math import pi as pp\nprint(pp)", {}, M())
exec("for i in range(2): pass\nwith_ = [j for j in range(2)]", {}, M())
exec("try:\n  1/0\nexcept ZeroDivisionError as e: pass", {}, M())
exec("(w := 5)\nprint(w)", {}, M())
exec("global gg\ngg = 1", {}, M())
def local_exec():
    v = 1
    exec("v = 2\nnew = 3")
    print(v, "new" in locals())
    exec("print(v, new)", {"v": "g", "new": "n"})
    d = {}
    exec("r = v", globals(), {"v": v})
    return eval("v + 1"), eval("[v for _ in (1,)][0]", {"v": 7}), eval("(lambda: v)()", {"v": 9})
print(local_exec())
class C:
    a = 10
    exec("b = a + 1")
    print(b, eval("a"))
print(C.b)
print(eval("  1 + 2"), eval("\t3"), eval("(1,\n2)"), eval("1 # c"), eval(b"4"), eval("5\n\n"))
for src in ("", " ", "x = 1", "1; 2", "pass", "1\n2", "lambda", "*a", "yield 1", "await x", "(yield)", "a := 1", "(a := 1)", "return 1"):
    try:
        print(repr(src), eval(src))
    except (SyntaxError, NameError) as e:
        print(repr(src), type(e).__name__, e)
code = compile("a + b", "<c>", "eval")
print([eval(code, {"a": i, "b": 1}) for i in range(3)], code.co_names, code.co_filename, code.co_name)
single = compile("x = 5; x; None; 'a'", "<s>", "single")
ns = {}
exec(single, ns); print(ns["x"])
exec(compile("if 1:\n  2\n  3\n", "<s>", "single"))
exec(compile("def f():\n  'doc'\n  1\n  return 2\nf()" if 0 else "for i in 'ab': i", "<s>", "single")) if 0 else None
def fn(a, b=2, *c, d, e=5, **f): pass
co = fn.__code__
print(co.co_argcount, co.co_kwonlyargcount, co.co_posonlyargcount, co.co_varnames, co.co_flags & 0xf, co.co_nlocals, co.co_firstlineno)
try:
    exec("1 +", {}, {})
except SyntaxError as e:
    print(e.msg, e.filename, e.lineno, e.offset, repr(e.text))
try:
    exec("\n\nraise ValueError('x')")
except ValueError as e:
    tb = e.__traceback__.tb_next
    print(tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_frame.f_code.co_filename)
try:
    exec(fn.__code__)
except TypeError as e:
    print(e)
def clos():
    z = 1
    def inner(): return z
    return inner
try:
    exec(clos().__code__)
except TypeError as e:
    print(e)
try:
    eval(clos().__code__)
except TypeError as e:
    print(e)
cell = None

print(exec("print('in exec'); 5"), eval(compile("print('exec code')", "x", "exec")))
ns = {"__builtins__": {"print": print}}
exec("print('limited')\ntry:\n  len\nexcept NameError as e: print(e)", ns) if 0 else None
g2 = {}
exec("def outer():\n  n = 0\n  def inc():\n    nonlocal n\n    n += 1\n    return n\n  return inc", g2)
inc = g2["outer"]()
print(inc(), inc(), g2["outer"].__globals__ is g2, g2["outer"].__module__)
g3 = {"__name__": "named"}
exec("def f(): pass\nclass K: pass", g3)
print(g3["f"].__module__, g3["K"].__module__, g3["K"])
print(eval("__name__"), eval("__name__", {"__name__": 5}))
exec("a: int = 5\nb: str\nprint(__annotations__)", {})
exec("'''doc'''\nprint(__doc__)", {"__doc__": "old"})
exec("print(sorted(k for k in dir() if k[:2] != '__'))", {"one": 1}, {"two": 2})
print(globals() is eval("globals()"), eval("locals() is globals()"))
try:
    eval("1", [])
except TypeError as e:
    print(e)
try:
    eval("1", {}, 5)
except TypeError as e:
    print(e)
try:
    exec("1", 5)
except TypeError as e:
    print(e)
try:
    exec("x", {}, [])
except (TypeError, NameError) as e:
    print(type(e).__name__, e)
