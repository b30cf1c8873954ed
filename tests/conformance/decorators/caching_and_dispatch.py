def memo(f):
    cache = {}

    def inner(*args):
        if args not in cache:
            inner.misses += 1
            cache[args] = f(*args)
        return cache[args]
    inner.misses = 0
    inner.cache = cache
    return inner


@memo
def binom(n, k):
    return 1 if k in (0, n) else binom(n - 1, k - 1) + binom(n - 1, k)


print(binom(30, 15), binom.misses, len(binom.cache))


def dispatch(default):
    table = {}

    def inner(x, *a):
        for cls in type(x).__mro__:
            if cls in table:
                return table[cls](x, *a)
        return default(x, *a)

    def register(cls):
        def deco(f):
            table[cls] = f
            return f
        return deco
    inner.register = register
    return inner


@dispatch
def show(x):
    return "object"


@show.register(int)
def _(x):
    return f"int {x}"


@show.register(list)
@show.register(tuple)
def _(x):
    return "sequence of " + ", ".join(show(i) for i in x)


print(show(5), show(True), show([1, "s", (2,)]), show(None))


class overload:
    def __init__(self, f):
        self.by_count = {f.__code__.co_argcount: f}

    def __call__(self, *a):
        return self.by_count[len(a)](*a)

    def add(self, f):
        self.by_count[f.__code__.co_argcount] = f
        return self


@overload
def area(r):
    return 3 * r * r


@area.add
def area(a, b):
    return a * b


print(area(2), area(2, 5))
events = {}


def on(*names):
    def deco(f):
        for n in names:
            events.setdefault(n, []).append(f)
        return f
    return deco


@on("start", "stop")
def first(n):
    print("first", n)


@on("stop")
def second(n):
    print("second", n)


for name in ("start", "stop", "other"):
    for f in events.get(name, []):
        f(name)


def curry(f):
    def inner(*args):
        if len(args) >= f.__code__.co_argcount:
            return f(*args)
        return lambda *more: inner(*args, *more)
    return inner


@curry
def add3(a, b, c):
    return a + b + c


print(add3(1)(2)(3), add3(1, 2)(3), add3(1)(2, 3), add3(1, 2, 3))
