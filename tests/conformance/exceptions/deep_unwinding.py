# many levels of try and finally, left by return, by an error, by break
order = []


def build(depth, action):
    lines = ["def f():", " for _ in range(1):"]
    pad = "  "
    for i in range(depth):
        lines.append(pad + "try:")
        pad += " "
    lines.append(pad + action)
    for i in reversed(range(depth)):
        pad = pad[:-1]
        lines.append(pad + "finally:")
        lines.append(pad + f" order.append({i})")
    lines.append(" return 'after'")
    return "\n".join(lines)


for action in ("return 'value'", "1 / 0", "break", "pass", "continue"):
    order.clear()
    for depth in (1, 18):
        space = {"order": order}
        exec(build(depth, action), space)
        try:
            print(action, space["f"]())
        except ZeroDivisionError as e:
            print(action, repr(e))
    print(order)


def recursive(n):
    if n == 0:
        raise KeyError("bottom")
    try:
        recursive(n - 1)
    except KeyError as e:
        if n % 10 == 0:
            raise KeyError(n) from e
        raise
    finally:
        order.append(n)


order.clear()
try:
    recursive(40)
except KeyError as e:
    chain = []
    while e:
        chain.append(e.args[0])
        e = e.__cause__
    print(chain, len(order), order[:3], order[-1])
