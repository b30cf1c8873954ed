# a cell is shared: closures see the last value
fs = []
for i in range(3):
    fs.append(lambda: i)
print([f() for f in fs])
i = "changed"
print(fs[0]())


def in_function():
    fs = []
    for i in range(3):
        def f():
            return i
        fs.append(f)
    return fs


print([f() for f in in_function()])
print([f() for f in [lambda: i for i in range(3)]])
print([f() for f in [lambda i=i: i for i in range(3)]])
print([f() for f in [(lambda j: lambda: j)(i) for i in range(3)]])
print([f() for f in ((lambda: i) for i in range(3))])
gen = list((lambda: i) for i in range(3))
print([f() for f in gen])


def fresh():
    out = []
    for i in range(3):
        def scope(n):
            out.append(lambda: n)
        scope(i)
    return out


print([f() for f in fresh()])


def while_loop():
    n, fs = 0, []
    while n < 3:
        fs.append(lambda: n)
        n += 1
    return [f() for f in fs], n


print(while_loop())
