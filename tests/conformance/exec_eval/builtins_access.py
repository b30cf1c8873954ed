print(eval("len([1])", {"__builtins__": {"len": lambda x: "fake len"}}))
try:
    eval("len([1])", {"__builtins__": {}})
except NameError as e:
    print(e)
print(eval("1 + 1", {"__builtins__": {}}))
try:
    exec("class C: pass", {"__builtins__": {}})
except NameError as e:
    print(e)
try:
    exec("import sys", {"__builtins__": {}})
except ImportError as e:
    print(e)
try:
    exec("print(1)", {"__builtins__": {"print": lambda *a: print("wrapped", *a)}})
except NameError as e:
    print(e)
import builtins
g = {}
exec("y = abs(-5)", g)
print(g["y"], g["__builtins__"] is builtins.__dict__ or g["__builtins__"] is builtins)
builtins.extra_name = "everywhere"
print(extra_name, eval("extra_name", {}))
del builtins.extra_name
try:
    extra_name
except NameError as e:
    print(e)
saved = builtins.abs
builtins.abs = lambda x: "replaced"
print(abs(-1), eval("abs(-2)", {}))
builtins.abs = saved
print(abs(-1))
abs = lambda x: "shadowed by a global"
print(abs(-1))
del abs
print(abs(-1))
ns = {"__builtins__": builtins, "__name__": "custom"}
exec("def f(): return __name__, max(1, 2)\nclass K: pass", ns)
print(ns["f"](), ns["K"].__module__)
original = builtins.__build_class__
seen = []


def build(func, name, *bases, **kw):
    seen.append(name)
    return original(func, name, *bases, **kw)


builtins.__build_class__ = build
class Watched: pass
builtins.__build_class__ = original
print(seen, Watched.__name__)
print(sorted(n for n in ("len", "print", "Exception", "None", "True", "__import__", "open") if hasattr(builtins, n)))
