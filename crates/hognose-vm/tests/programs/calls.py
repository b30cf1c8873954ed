# Calls of every sort: recursion, defaults, keywords, stars, closures, frozen functions that call back.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def many(a, b=2, *rest, c=3, **named):
    return a, b, rest, c, sorted(named.items())


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


print(fib(12))
print(many(1), many(1, 5, 6, 7, c=8, x=9, d=10))
step = counter()
print([step(i) for i in range(5)])
print(sorted([3, 1, 2], key=lambda x: -x))
print(list(map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6])))
print(max([5, 3, 9], key=lambda x: abs(x - 4)))
print(many(*[1, 2, 3], **{"c": 4, "z": 5}))
