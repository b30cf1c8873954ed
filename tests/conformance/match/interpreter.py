# expressions as trees, taken apart by patterns
def evaluate(e, env={}):
    match e:
        case int(n) | float(n):
            return n
        case str(name) if name in env:
            return env[name]
        case str(name):
            raise NameError(name)
        case ("neg", x):
            return -evaluate(x, env)
        case ("+" | "-" | "*" | "/" as op, l, r):
            a, b = evaluate(l, env), evaluate(r, env)
            match op:
                case "+": return a + b
                case "-": return a - b
                case "*": return a * b
                case "/": return a / b
        case ("let", {**bindings}, body):
            return evaluate(body, {**env, **{k: evaluate(v, env) for k, v in bindings.items()}})
        case ("if", c, t, f):
            return evaluate(t if evaluate(c, env) else f, env)
        case ("sum", *items):
            return sum(evaluate(i, env) for i in items)
        case _:
            raise ValueError(f"cannot evaluate {e!r}")


print(evaluate(("+", 1, ("*", 2, 3))), evaluate(("let", {"x": 5, "y": ("neg", 2)}, ("-", "x", "y"))), evaluate(("if", 0, 1, ("/", 1, 4))), evaluate(("sum", 1, 2, ("neg", 3))), evaluate(("sum",)))
for bad in ("q", ("?", 1), [], ("+", 1)):
    try:
        print(evaluate(bad))
    except (NameError, ValueError) as e:
        print(type(e).__name__, e)


def simplify(e):
    match e:
        case (op, l, r):
            match (op, simplify(l), simplify(r)):
                case ("+", 0, x) | ("+", x, 0) | ("*", 1, x) | ("*", x, 1):
                    return x
                case ("*", 0, _) | ("*", _, 0):
                    return 0
                case ("+", int(a), int(b)):
                    return a + b
                case other:
                    return other
        case _:
            return e


print(simplify(("+", ("*", 1, "x"), ("*", 0, "y"))), simplify(("+", ("+", 1, 2), "z")), simplify(("*", ("+", 0, 1), ("+", "a", 0))))


def command(text):
    match text.split():
        case ["go", ("north" | "south") as d]:
            return f"going {d}"
        case ["go", *_]:
            return "go where?"
        case ["get", obj] | ["pick", "up", obj]:
            return f"taking {obj}"
        case ["drop", *objs] if objs:
            return "dropping " + " and ".join(objs)
        case [] | ["wait"]:
            return "time passes"
        case [verb, *_]:
            return f"no idea how to {verb}"


for t in ("go north", "go up", "get lamp", "pick up sword", "drop a b", "drop", "", "wait", "dance now"):
    print(command(t))
