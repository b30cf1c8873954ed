def f(a, b=2, *c, d, e=5, **k): return a, b, c, d, e, k
print(f(1, d=4), f(1, 2, 3, d=4, z=9), f(*[1, 2], **{'d': 3}))
def outer():
    n = 0
    def inner():
        nonlocal n
        n += 1
        return n
    return inner
i = outer()
print(i(), i(), (lambda x, y=3: x * y)(4), f.__name__, f.__defaults__)
