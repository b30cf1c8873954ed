# one code object, many globals; functions out of text
src = "def make(n):\n    def add(x):\n        return x + n + offset\n    return add\n"
code = compile(src, "<gen>", "exec")
adders = []
for off in (0, 100):
    ns = {"offset": off}
    exec(code, ns)
    adders.append(ns["make"](1))
print([a(5) for a in adders])
template = "def op_{name}(a, b):\n    return a {sym} b\n"
ns = {}
for name, sym in (("add", "+"), ("sub", "-"), ("pow", "**"), ("cmp", "<"), ("get", "if False else")):
    exec(template.format(name=name, sym=sym), ns)
print([ns["op_" + n](7, 2) for n in ("add", "sub", "pow", "cmp", "get")])


def namedrecord(name, fields):
    args = ", ".join(fields)
    body = "\n".join(f"        self.{f} = {f}" for f in fields)
    shown = ", ".join(f"{f}={{self.{f}!r}}" for f in fields)
    text = f"class {name}:\n    def __init__(self, {args}):\n{body}\n    def __repr__(self):\n        return f'{name}({shown})'\n"
    space = {}
    exec(text, space)
    return space[name]


P = namedrecord("P", ["x", "y"])
print(P(1, "two"), P(y=1, x=2))
expr = compile("a * x + b", "<e>", "eval")
print([eval(expr, {"a": 2, "b": 1}, {"x": x}) for x in range(4)])


def calc(text, **names):
    return eval(text, {"__builtins__": {}}, names)


print(calc("x ** 2 + y", x=3, y=4))
big = "total = 0\n" + "".join(f"total += {i}\n" for i in range(500))
exec(big)
print(total)
quine = 's = %r\nprint(s %% s == src)'
exec(quine % quine, {"src": quine % quine})
exec(exec("nested = 'exec in exec arguments'") or "print(nested)")
exec("exec('exec(\"print(\\'three deep\\')\")')")
print(eval("eval('eval(\"1 + 1\")')"), eval(repr({"a": [1, (2,), {3}], "b": None})), eval(repr("it's \"q\"\n")))
