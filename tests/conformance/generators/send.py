def echo():
    got = None
    while True:
        got = yield got
        print("got", got)


g = echo()
print(next(g))
print(g.send("a"))
print(g.send([1]))
print(next(g))
try:
    echo().send(1)
except TypeError as e:
    print(e)
print(echo().send(None))


def average():
    total = n = 0
    avg = None
    while True:
        x = yield avg
        if x is None:
            return total, n
        total += x
        n += 1
        avg = total / n


a = average()
a.send(None)
print([a.send(x) for x in (10, 20, 60)])
try:
    a.send(None)
except StopIteration as e:
    print(e.value)
try:
    a.send(1)
except StopIteration as e:
    print(repr(e))


def expr():
    x = (yield 1) + (yield 2)
    print("sum", x)
    y = [(yield 3), (yield 4)]
    print(y)
    print((yield), (yield))
    return f"{(yield 5)}"


g = expr()
out = []
try:
    out.append(next(g))
    for i in range(10, 20):
        out.append(g.send(i))
except StopIteration as e:
    print(out, e.value)
try:
    g.send()
except TypeError as e:
    print("TypeError")
