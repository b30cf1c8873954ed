def nothing():
    return


def pair():
    return 1, 2


def star():
    return *[1, 2], 3


def early(n):
    for i in range(10):
        if i == n:
            return i
    return "end"


def nested(n):
    while True:
        for i in range(5):
            with_try = None
            try:
                if i == n:
                    return "in try", i
            finally:
                with_try = i
        return "after"


def function():
    def inner():
        return "inner"
    return inner


def cond(x):
    return "yes" if x else None


def chained():
    return (lambda: (lambda: 5))()()


print(nothing(), pair(), star(), early(3), early(20), nested(2), nested(9), function()(), cond(0), cond(1), chained())
a, b = pair()
print(a, b)


def multi(a):
    if a == 1: return "one"
    if a == 2: return "two"
    return ("many"
            "lines")


print(multi(1), multi(2), multi(3))
