class Color:
    RED = 1
    GREEN = "green"

    class Deep:
        BLUE = (0, 0, 255)


import math
limit = 5


def f(x):
    match x:
        case Color.RED:
            return "red"
        case Color.GREEN:
            return "green"
        case Color.Deep.BLUE:
            return "blue"
        case math.pi:
            return "pi"
        case (1 | 2, "a" | "b"):
            return "combo"
        case [("x", v) | (v, "x")]:
            return "either side", v
        case {"a": 1 | 2 | None as v} | {"b": v}:
            return "mapping or", v
        case str() | bytes() as s:
            return "text", s
        case limit:
            return "capture, not the value", limit


for x in (1, "green", (0, 0, 255), math.pi, (2, "b"), [("x", 7)], [(8, "x")], {"a": None}, {"b": 9}, "s", b"b", 99):
    print(f(x))
for pattern in ("a | b", "1 | a", "a | 1", "[a] | [b]", "[a, b] | [b, a]", "[a] | 5", "_ | 1", "1 | _", "(a as b)", "a as a", "a as b", "_ as x", "1 as _", "[a, a]", "[*a, *b]", "Point(a, a)", "{'k': a, 'j': a}", "a.b as c", "1 + 1", "1 + 2j", "-a", "f'x'", "...", "a.b()", "a[0]", "not 1", "*a", "*a,", "(*a,)", "[*_]", "1 as 2",
                "1 as a.b", "x if y", "x if (y := 1)", "lambda: 1", "{'a': 1, **r}", "None | True", "-None", "1 - 2", "2j + 1", "+1", "--1", "'a' 'b'", "'a' b'b'", "()", "(1)", "(1,)", "a, b", "a, b, c if d", "int() | str()", "1 | 2 | 3 as n"):
    try:
        compile(f"match v:\n case {pattern}: pass", "<s>", "exec")
        print("fine |", pattern)
    except SyntaxError as e:
        print(e.msg, "|", pattern)
