def make(n):
    def add(x):
        return x + n
    return add


add2, add5 = make(2), make(5)
print(add2(1), add5(1), add2(10))


def counter():
    count = 0

    def inc(by=1):
        nonlocal count
        count += by
        return count

    def get():
        return count
    return inc, get


inc, get = counter()
inc2, get2 = counter()
inc(), inc(), inc(10), inc2()
print(get(), get2())


def levels(a):
    def l2(b):
        def l3(c):
            def l4(d):
                return a, b, c, d
            return l4
        return l3
    return l2


print(levels(1)(2)(3)(4))


def late():
    def f():
        return value
    value = "bound later"
    return f


print(late()())
