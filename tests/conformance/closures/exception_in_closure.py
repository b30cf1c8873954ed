# cells and try/except
def f():
    saved = None

    def get():
        return saved
    try:
        raise ValueError("v")
    except ValueError as e:
        saved = e
        inner = lambda: e
        print(inner())
    try:
        inner()
    except NameError as err:
        print(type(err).__name__, err)
    return get


print(repr(f()()))


def g():
    e = "before"
    try:
        raise KeyError(1)
    except KeyError as e:
        pass
    try:
        return e
    except UnboundLocalError as u:
        return str(u)


print(g())


def cell_in_with():
    class Ctx:
        def __enter__(self):
            return "value"

        def __exit__(self, *a):
            return True
    with Ctx() as v:
        show = lambda: v
        raise ValueError
    return show()


print(cell_in_with())


def finally_cell():
    x = 0

    def bump():
        nonlocal x
        x += 1
    try:
        bump()
        return x
    finally:
        bump()
        print("x is", x)


print(finally_cell())
