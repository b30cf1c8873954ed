# order of evaluation
log = []
def t(x, v=None):
    log.append(x)
    return v if v is not None else x
def show(label=""):
    print(label, *log)
    log.clear()
class O:
    def __init__(self, n="o"): self.__dict__["n"] = n
    def __getattr__(self, k): log.append(f"get {k}"); return O(k)
    def __setattr__(self, k, v): log.append(f"set {k}")
    def __getitem__(self, k): log.append(f"item {k}"); return 1
    def __setitem__(self, k, v): log.append(f"setitem {k}={v!r:.5}")
    def __delitem__(self, k): log.append(f"delitem {k}")
    def __call__(self, *a, **k): log.append(f"call {a} {k}"); return self
    def __iadd__(self, o): log.append("iadd"); return self
    def __add__(self, o): log.append("add"); return self
    def __lt__(self, o): log.append("lt"); return True
    def __bool__(self): log.append("bool"); return True
    def __enter__(self): log.append(f"enter {self.n}"); return self
    def __exit__(self, *a): log.append(f"exit {self.n}")
o = O()
t("f", o)(t("a"), *t("star", [1]), t("b"), k=t("k"), **t("kw", {"z": 1})); show("call")
t("obj", o)[t("idx")] = t("val"); show("setitem")
t("obj", o).attr = t("val"); show("setattr")
t("obj", o)[t("idx")] += t("val", 5); show("aug item")
t("obj", o).attr += t("val", 5); show("aug attr")
{t("k1"): t("v1"), t("k2"): t("v2"), **t("d", {})}; show("dict")
[t("a"), *t("b", []), t("c")]; show("list")
t("a", 1) if t("cond") else t("b"); show("ifexp")
t("a", 1) < t("b", 2) < t("c", 1) < t("d"); show("cmp")
t("x", 0) or t("y", 0) or t("z"); show("or")
(t("base", 2)) ** (t("exp", 3)) ** (t("exp2", 1)); show("pow")
[t("elt") for x in t("it", [1, 2]) if t("if") for y in t("it2", [1])]; show("comp")
{t("key"): t("value") for x in t("it", [1])}; show("dictcomp")
lambda a=t("default"): 1; show("lambda")
def fn(a: t("ann a", int) = t("def a"), *, b: t("ann b", int) = t("def b")) -> t("ret", int): pass
show("def")
@t("deco1", lambda f: t("apply1", f))
@t("deco2", lambda f: t("apply2", f))
def fn2(a=t("default")): pass
show("decorators")
@t("cdeco", lambda f: t("capply", f))
class K(t("base", object), metaclass=t("meta", type)):
    t("body")
show("class")
a, b = t("rhs", (1, 2)); show("unpack")
o[t("i1")], o[t("i2")] = t("rhs", (1, 2)); show("unpack targets")
x = o.p = o[t("i")] = t("rhs"); show("chain")
for o[t("target")] in t("iter", [1, 2]): t("body")
show("for")
with t("cm1", O("c1")) as o.w1, t("cm2", O("c2")) as o[t("w2")]:
    t("body")
show("with")
f"{t('a')} {t('b')!r:>{t('w', 5)}}"; show("fstring")
t("s", "abc")[t("lo", 0):t("hi", 2):t("step", 1)]; show("slice")
del o[t("d1")], o[t("d2")]; show("del")
assert t("test", 1), t("msg"); show("assert")
try:
    raise t("exc", ValueError)(t("arg")) from t("cause", KeyError)()
except t("match", ValueError) as e:
    show("raise")
o.m(t("arg")).n(t("arg2")); show("methods")
print(t("a"), t("b"), sep=t("sep", "-")); show("print")
x: t("annotation", int) = t("value"); show("annassign")
o.z: t("annotation", int) = t("value"); show("annassign attr")
o[t("index")]: t("annotation", int) = t("value"); show("annassign item")
y: t("only annotation", int); show("ann only")
(n := t("walrus")) and t("after"); show("walrus")
not t("a") in t("c", ["a"]); show("not in")
t("a", 1) + t("b", 2) * t("c", 3) - t("d", 4); show("arith")
def g():
    yield t("y1")
    return t("ret")
list(g()); show("gen")
x = (t("t1"), t("t2"))[t("i", 0)]; show("tuple sub")
while t("cond", log.count("cond") < 2 or 0): t("loop")
show("while")
import sys
print((t("lambda", lambda *a, **k: (a, k)))(*t("s1", (1,)), *t("s2", (2,)), x=t("x", 3), **t("k", {"y": 4}), z=t("z", 5))); show("many stars")
try:
    t("f", lambda: 0)(t("a"), **t("bad", {"q": 1}))
except TypeError as e:
    show("bad call")
try:
    (1 .foo)(t("never"))
except AttributeError as e:
    show("attr first " + str(e))
match t("subject", (1, 2)):
    case (t1, t2) if t("guard", 0): pass
    case [1, _] if t("guard2"): t("case body")
show("match")
