def f(*args, **kw):
    return args, kw


print(f(1, *[2, 3], 4, *[5], x=1, **{"y": 2}, z=3, **{"w": 4}))
print(f(*[1], x=1, *[2]))
print(f(x=1, *[1, 2]))
print(f(**{"a": 1}, b=2))
log = []


def v(x):
    log.append(x)
    return x


f(v(1), *[v(2)], k=v(3), **{"z": v(4)})
print(log)
print(max(*[1, 5, 3]), print(*[1, 2], **{"sep": "-"}), dict(**{"a": 1}, b=2), "{} {k}".format(*[1], **{"k": 2}))
print([*range(2), *"xy"], sorted(*[[3, 1, 2]], **{"reverse": True}))


class C:
    def __init__(self, *a, **k):
        self.got = a, k

    def m(self, *a, **k):
        return a, k

    def __call__(self, *a, **k):
        return "call", a, k


c = C(*[1], **{"k": 2})
print(c.got, c.m(*[1, 2], x=3), c(*"ab", **{"z": 1}))
big = list(range(300))
print(len(f(*big)[0]), sum(f(*big, *big)[0]), len(f(**{"k%d" % i: i for i in range(300)})[1]))
