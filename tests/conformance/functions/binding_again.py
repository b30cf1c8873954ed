# Calls of one function from many places: names, defaults, stars, and what they must not share.
def point(x, y=1, z=2):
    return (x, y, z)


def only(a, *, scale=1, shift=0):
    return (a, scale, shift)


def needs(a, /, b, *, c):
    return (a, b, c)


def change(*args, **kw):
    kw["new"] = len(args)
    kw.pop("a", None)
    return args, sorted(kw.items())


def forward(f, *args, **kw):
    return f(*args, **kw)


class Later:
    def __init__(self, x, y=5, *, z=6):
        self.x, self.y, self.z = x, y, z


def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except TypeError as error:
        print("TypeError:", error)


def main():
    given = {"a": 1, "b": 2}
    pair = (1, 2)
    for _ in range(3):
        print(point(0), point(0, z=9), point(y=3, x=4), point(*pair), point(*pair, z=7), point(0, **{"y": 8}))
        print(only(1), only(1, shift=2), only(a=3, scale=4), only(5, **{"shift": 6, "scale": 7}))
        print(needs(1, 2, c=3), needs(1, c=3, b=2), needs(*pair, **{"c": 4}))
        print(change(*pair, **given), given, pair)
        print(forward(change, 1, **given), forward(point, *pair, **{"z": 3}), given)
        t = Later(1, z=2)
        print(t.x, t.y, t.z, vars(Later(*pair)), vars(Later(**{"x": 0, "y": 1})))
    # Names made at run time equal those of parameters without being the same.
    name = "".join(["sc", "ale", "s"])[:5]
    print(only(1, **{name: 2}))
    gone = {"y": 1, "z": 2, "x": 3}
    del gone["y"]
    print(point(**gone))
    attempt(point)
    attempt(point, 1, x=2)
    attempt(point, 1, 2, 3, 4)
    attempt(point, 1, q=2)
    attempt(only, 1, 2)
    attempt(needs, 1, a=1, b=2, c=3)
    attempt(needs, 1, 2)
    attempt(change, 1, **{"a": 2})
    attempt(forward, point, 1, y=2, z=3)
    try:
        print(change(**{1: 2}))
    except TypeError as error:
        print("TypeError:", error)
    try:
        print(point(1, **given, **given))
    except TypeError as error:
        print("TypeError:", error)
    # Defaults that change between two calls from one place.
    for n in range(3):
        point.__defaults__ = (n, n + 1)
        only.__kwdefaults__["scale"] = n
        print(point(0), only(0))
    point.__defaults__ = None
    attempt(point, 1)


main()
