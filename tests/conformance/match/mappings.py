from collections import OrderedDict


def f(x):
    match x:
        case {"type": "circle", "r": r}:
            return "circle", r
        case {"type": "rect", "w": w, "h": h, **rest}:
            return "rect", w, h, rest
        case {"type": t}:
            return "other", t
        case {1: a, None: b}:
            return "keys", a, b
        case {"nested": {"list": [x, *_]}}:
            return "nested", x
        case {}:
            return "any mapping"
        case _:
            return "no mapping"


for x in ({"type": "circle", "r": 5}, {"type": "circle"}, {"type": "rect", "w": 1, "h": 2, "z": 3}, {"type": "rect", "w": 1, "h": 2}, {1: "one", None: "none"}, {"nested": {"list": [9, 8]}}, {}, {"q": 1}, [], OrderedDict(type="od"), "str", {1.0: "float one", None: 0}):
    print(f(x))


class D(dict):
    def __missing__(self, k):
        return "made up"


print(f(D()))


class NotDict:
    def __getitem__(self, k):
        return "x"

    def keys(self):
        return ["type"]


print(f(NotDict()))


class K:
    key = "const"


match {"const": 1, -1: 2, "b": 3}:
    case {K.key: v, -1: w, **rest}:
        print(v, w, rest)
match {"a": 1}:
    case {"a": 1, **rest}:
        print(rest)
match {"a": [1, {"b": (2, 3)}]}:
    case {"a": [_, {"b": (x, y)}]}:
        print(x, y)
match {"a": 1, "b": 2}:
    case {"a": int() as a, "b": str()}:
        print("no")
    case {"a": int(a), "b": int(b)}:
        print(a, b)
d = {"x": 1}
match d:
    case {**all_items}:
        all_items["new"] = 2
        print(d, all_items)
for src in ("{**rest, 'a': 1}", "{'a': 1, 'a': 2}", "{x: 1}", "{**_}", "{'a'}", "{f(): 1}", "{1: a, 1.0: b}"):
    try:
        compile(f"match v:\n case {src}: pass", "<s>", "exec")
        print("fine", src)
    except SyntaxError as e:
        print(e.msg, "|", src)
try:
    match {"a": 1}:
        case {K.key: _, "const": _}:
            pass
except ValueError as e:
    print(e)
