# match in all its forms
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class P3(Point):
    __match_args__ = ("x", "y", "z")
    def __init__(self, x, y, z): super().__init__(x, y); self.z = z
class Slots:
    __slots__ = ("a",)
    __match_args__ = ("a", "b")
def kind(v):
    match v:
        case None | True | False: return "singleton"
        case 0 | 0.0: return "zero"
        case -1 | -1.5 | 1+2j | -3-4j: return "number"
        case "a" "b" | b"x": return "text"
        case int(n) if n > 100: return f"big {n}"
        case int() | float(): return f"num {v}"
        case str(s): return f"str {s}"
        case []: return "empty"
        case [x]: return f"one {x}"
        case [1, *rest]: return f"1+{rest}"
        case [first, *_, last] if first == last: return f"same ends {first}"
        case (a, (b, [c, *d]), *_): return f"nested {a, b, c, d}"
        case [*all]: return f"seq {all}"
        case {"type": "t", **rest}: return f"t {rest}"
        case {"k": {"n": n}}: return f"deep {n}"
        case {1: a, -2: b, None: c}: return f"odd keys {a, b, c}"
        case {}: return "mapping"
        case P3(x, y, z=0): return f"P3 z0 {x, y}"
        case Point(0, y=yy): return f"on y {yy}"
        case Point(x=0 | 5 as q): return f"q {q}"
        case Point(Point(a, b), c): return f"pp {a, b, c}"
        case Point() as p: return f"point {p.x, p.y}"
        case Slots(a=1): return "slots"
        case type(): return f"type {v.__name__}"
        case _: return "other"
for v in (None, True, 0, -0.0, -1, -1.5, 1+2j, -3-4j, "ab", b"x", 101, 7, 2.5, "s", [], (), [5], (1,), [1, 2, 3], (7, 8, 7), [1.5, (2, [3, 4, 5]), 6], range(3), range(2, 5), {"type": "t", "z": 1}, {"k": {"n": 5}}, {1: 2, -2: 3, None: 4}, {}, {"q": 1}, P3(1, 2, 0), P3(1, 2, 3), Point(0, 9), Point(5, 6), Point(Point(1, 2), 3), Point(8, 9), Slots(), int, {1, 2}, bytearray(b"x"), iter([1]), "x" * 3, b"zz", 1e300, 2**70, object):
    try:
        print(kind(v))
    except Exception as e:
        print(type(e).__name__, e)
class BadArgs:
    __match_args__ = "x"
class BadItem:
    __match_args__ = (1,)
class Few:
    __match_args__ = ("x",)
    x = 1
def tries(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)
def bad1(v):
    match v:
        case BadArgs(1): pass
tries(bad1, BadArgs())
def bad2(v):
    match v:
        case BadItem(1): pass
tries(bad2, BadItem())
def bad3(v):
    match v:
        case Few(1, 2): pass
tries(bad3, Few())
def bad4(v):
    match v:
        case Few(1, x=1): pass
tries(bad4, Few())
def bad5(v):
    match v:
        case int(1, 2): pass
tries(bad5, 5)
def bad6(v):
    k = 5
    match v:
        case k(): pass
tries(bad6, 5)
class NS: A, B, C = 1, "b", (1, 2)
def dotted(v):
    match v:
        case NS.A: return "A"
        case NS.B | NS.C: return "B or C"
        case {NS.B: x}: return f"key {x}"
        case x: return f"capture {x}"
for v in (1, "b", (1, 2), {"b": 9}, 3): print(dotted(v))
def binds(v):
    a = "unbound"
    match v:
        case [a, 2]: return "m1", a
        case [a, 3]: return "m2", a
    return "none", a
print(binds([1, 2]), binds([1, 3]), binds([9, 9]), binds(5))
class Eq:
    def __init__(self, r): self.r = r
    def __eq__(self, o):
        print("eq", o)
        return self.r
def eqs(v):
    match v:
        case 1: return "one"
        case "x": return "x"
        case None: return "none"
        case _: return "?"
print(eqs(Eq(False)), eqs(Eq(True)))
class Map(dict):
    def get(self, k, d=None):
        print("get", k)
        return super().get(k, d)
    def __missing__(self, k): return "missing"
def maps(v):
    match v:
        case {"a": a, "b": b, **r}: return a, b, r
        case {"c": c}: return c
        case {**r}: return r
print(maps(Map(a=1, b=2, z=3)), maps(Map(q=1)), maps({"c": 4}))
class Meta(type):
    def __instancecheck__(cls, o):
        print("instancecheck", o)
        return o == 5
class Weird(metaclass=Meta):
    pass
def inst(v):
    match v:
        case Weird(): return "weird"
        case _: return "no"
print(inst(5), inst(6))
class Attr:
    def __getattr__(self, n):
        print("attr", n)
        if n == "bad": raise AttributeError(n)
        if n == "worse": raise ValueError(n)
        return n
def attrs(v):
    match v:
        case Attr(bad=1): return 1
        case Attr(ok="ok", more=m): return m
print(attrs(Attr()))
def attrs2(v):
    match v:
        case Attr(worse=1): return 1
tries(attrs2, Attr())
match [1, [2, [3, [4, []]]]]:
    case [a, [b, [c, [d, []]]]]:
        print(a, b, c, d)
match (x := 5), 6:
    case (5, y) | (y, 5): print(x, y)
match 1, 2:
    case 1, 3: print("no")
    case 1, y: print("y", y)
match = {"case": 1}
case = 2
print(match["case"], case)
_ = 5
match _:
    case _: print(_)
for src in ("match x:\n case a: pass\n case b: pass", "match x:\n case a | 1: pass", "match x:\n case [a, a]: pass", "match x:\n case {1: a, 1: b}: pass", "match x:\n case P(x=1, x=2): pass", "match x:\n case [*a, *b]: pass", "match x:\n case {**r, 1: 2}: pass", "match x:\n case a | b: pass", "match x:\n case [a] | [b]: pass", "match x:\n case 1 + 2: pass", "match x:\n case f'x': pass", "match x:\n case -a: pass", "match x:\n case a.b(): pass", "match x:\n case {a: 1}: pass", "match x:\n case 1 as _: pass", "match x:\n case _ as y if 1: pass\n case _: pass", "match x:\n case _: pass\n case 1: pass", "match x:\n case P(1, a=2, 3): pass", "match x:\n case {**_}: pass", "match x:\n pass", "match x: case 1: pass", "match x:\n case *a, b: pass", "match *a, b:\n case 1: pass", "match x:\n case (1): pass\n case (1,): pass\n case (): pass"):
    try:
        compile(src, "m", "exec"); print("fine")
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset, e.end_offset)
