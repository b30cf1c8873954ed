def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))


def hanoi(n, a, b, c):
    return hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c) if n else []


def permutations(items):
    if len(items) <= 1:
        return [items]
    return [[x] + rest for i, x in enumerate(items) for rest in permutations(items[:i] + items[i + 1:])]


def depth(tree):
    return 1 + max((depth(t) for t in tree), default=0) if isinstance(tree, list) else 0


print(fact(20), fact(30))
print([fib(i) for i in range(15)])
print(even(100), odd(77), ack(2, 3), len(hanoi(5, "a", "b", "c")), hanoi(2, 1, 2, 3))
print(len(permutations([1, 2, 3, 4])), permutations([1, 2, 3])[3])
print(depth([1, [2, [3, []]], []]))
print((lambda f: f(f, 10))(lambda f, n: 0 if n == 0 else n + f(f, n - 1)))
