def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run


def partial(f, *args, **kw):
    def inner(*more, **kwmore):
        return f(*args, *more, **{**kw, **kwmore})
    return inner


def memo(f):
    cache = {}

    def inner(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    inner.cache = cache
    return inner


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(compose(str, abs, int)("-5"), compose()(1))
print(partial(pow, 2)(10), partial(int, base=2)("101"), partial(print, "a", sep="-")("b"))
print(fib(60), len(fib.cache))
table = {"+": lambda a, b: a + b, "max": max, "join": "-".join, "up": str.upper}
print(table["+"](1, 2), table["max"](3, 4), table["join"]("ab"), table["up"]("x"))
print([f(4) for f in (abs, str, float, lambda x: x * x, [1, 2].count, "{}!".format)])
methods = [str.upper, str.title, str.swapcase]
print([m("hello World") for m in methods])


def apply(f, n, x):
    return x if n == 0 else apply(f, n - 1, f(x))


print(apply(lambda x: x * 2, 10, 1), callable(apply), callable(5), callable(int), callable("".join))
