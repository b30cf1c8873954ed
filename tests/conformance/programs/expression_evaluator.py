# Expressions to trees: evaluate, simplify, differentiate, print with few brackets.
import math
import re

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*|\.\d+)|([A-Za-z_]\w*)|(\*\*|[-+*/^(),=]))")
LEVEL = {"+": 1, "-": 1, "*": 2, "/": 2, "neg": 3, "^": 4}


class Expr:
    def __init__(self, op, *args):
        self.op, self.args = op, args

    def __eq__(self, other):
        return (self.op, self.args) == (other.op, other.args)

    def __repr__(self):
        return f"({self.op} {' '.join(map(str, self.args))})"


def num(x):
    return Expr("num", x)


def tokens(text):
    pos = 0
    text = text.rstrip()
    while pos < len(text):
        m = TOKEN.match(text, pos)
        if not m:
            raise SyntaxError(f"unexpected {text[pos]!r} at {pos}")
        pos = m.end()
        yield m.group().strip().replace("**", "^")
    yield ""


def parse(text):
    it = tokens(text)
    token = next(it)

    def advance():
        nonlocal token
        old, token = token, next(it, "")
        return old

    def expect(t):
        if token != t:
            raise SyntaxError(f"expected {t!r}, found {token!r}")
        advance()

    def primary():
        if token == "(":
            advance()
            e = binary(1)
            expect(")")
            return e
        if token == "-":
            advance()
            return Expr("neg", binary(3))
        if token and (token[0].isdigit() or token[0] == "."):
            t = advance()
            return num(float(t) if "." in t else int(t))
        if token and (token[0].isalpha() or token[0] == "_"):
            name = advance()
            if token != "(":
                return Expr("var", name)
            advance()
            args = [binary(1)]
            while token == ",":
                advance()
                args.append(binary(1))
            expect(")")
            return Expr("call", name, *args)
        raise SyntaxError(f"unexpected {token!r}" if token else "unexpected end")

    def binary(level):
        left = primary()
        while LEVEL.get(token, 0) >= level:
            op = advance()
            left = Expr(op, left, binary(LEVEL[op] + (op != "^")))
        return left

    e = binary(1)
    if token:
        raise SyntaxError(f"unexpected {token!r}")
    return e


FUNCTIONS = {"sin": math.sin, "cos": math.cos, "sqrt": math.sqrt, "exp": math.exp, "log": math.log,
    "max": max, "min": min}
OPS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "^": lambda a, b: a ** b, "neg": lambda a: -a}


def evaluate(e, env):
    match e.op:
        case "num":
            return e.args[0]
        case "var":
            return env[e.args[0]]
        case "call":
            return FUNCTIONS[e.args[0]](*(evaluate(a, env) for a in e.args[1:]))
        case op:
            return OPS[op](*(evaluate(a, env) for a in e.args))


def simplify(e):
    if e.op in ("num", "var"):
        return e
    if e.op == "call":
        return Expr("call", e.args[0], *map(simplify, e.args[1:]))
    args = [simplify(a) for a in e.args]
    if all(a.op == "num" for a in args) and e.op != "/":
        return num(OPS[e.op](*(a.args[0] for a in args)))
    zero, one = num(0), num(1)
    match e.op, *args:
        case ("+", a, b) if a == zero:
            return b
        case ("+" | "-", a, b) if b == zero:
            return a
        case ("*", a, b) if a == zero or b == zero:
            return zero
        case ("*", a, b) if a == one:
            return b
        case ("*" | "/" | "^", a, b) if b == one:
            return a
        case ("^", a, b) if b == zero:
            return one
    return Expr(e.op, *args)


def derive(e, x):
    match e.op, *e.args:
        case "num", _:
            return num(0)
        case "var", name:
            return num(int(name == x))
        case "neg", a:
            return Expr("neg", derive(a, x))
        case ("+" | "-") as op, a, b:
            return Expr(op, derive(a, x), derive(b, x))
        case "*", a, b:
            return Expr("+", Expr("*", derive(a, x), b), Expr("*", a, derive(b, x)))
        case "/", a, b:
            return Expr("/", Expr("-", Expr("*", derive(a, x), b), Expr("*", a, derive(b, x))),
                Expr("^", b, num(2)))
        case "^", a, Expr(op="num", args=(n,)):
            return Expr("*", Expr("*", num(n), Expr("^", a, num(n - 1))), derive(a, x))
        case "call", "sin", a:
            return Expr("*", Expr("call", "cos", a), derive(a, x))
        case "call", "exp", a:
            return Expr("*", e, derive(a, x))
    raise NotImplementedError(f"derivative of {e}")


def show(e, level=0):
    match e.op, *e.args:
        case ("num" | "var"), value:
            return str(value)
        case "call", name, *args:
            return f"{name}({', '.join(map(show, args))})"
        case "neg", a:
            text, mine = "-" + show(a, 3), 3
        case op, a, b:
            mine = LEVEL[op]
            text = show(a, mine + (op == "^")) + f" {op} " + show(b, mine + (op in "-/"))
    return f"({text})" if mine < level else text


env = {"x": 3, "y": 0.5, "z": -2}
for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "(-2) ** 2", "1 - 2 - 3", "1 - (2 - 3)",
        "8 / 4 / 2", "x * (y + z) / 2", "sqrt(x ^ 2 + 16)", "max(x, y, 10) - min(z, .5)", "- - x", "2 * -x"):
    e = parse(text)
    print(text, "=", evaluate(e, env), "|", show(e), "|", parse(show(e)) == e)
for text in ("x ^ 3 + 2 * x - 7", "sin(2 * x)", "x * exp(x)", "1 / x", "(x + y) * (x - y)", "x ^ 2.5", "5"):
    d = simplify(derive(parse(text), "x"))
    h = 1e-6
    slope = (evaluate(parse(text), {"x": 1.5 + h, "y": 2}) - evaluate(parse(text),
        {"x": 1.5 - h, "y": 2})) / (2 * h)
    print(text, "->", show(d), abs(evaluate(d, {"x": 1.5, "y": 2}) - slope) < 1e-6)
for text in ("", "1 +", "(1", "1 2", "f(", "3 $ 4", "2 * / 3", "f()", "1 / 0", "nope", "nope(1)", "log(-1)"):
    try:
        print(evaluate(parse(text), env))
    except (SyntaxError, ZeroDivisionError, KeyError, ValueError) as e:
        print(repr(text), type(e).__name__, e)
try:
    derive(parse("log(x)"), "x")
except NotImplementedError as e:
    print(e)
