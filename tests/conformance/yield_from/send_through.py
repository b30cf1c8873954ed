def inner():
    total = 0
    while True:
        x = yield total
        if x is None:
            return total
        total += x


def outer():
    results = []
    while len(results) < 2:
        r = yield from inner()
        results.append(r)
    return results


g = outer()
print(next(g))
print(g.send(5), g.send(7))
print(g.send(None))
print(g.send(1))
try:
    g.send(None)
except StopIteration as e:
    print(e.value)


class Duck:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        print("next")
        return self.n

    def send(self, value):
        print("send", value)
        if value == "stop":
            raise StopIteration("duck result")
        return value


def use():
    r = yield from Duck()
    print("result", r)
    yield "end"


g = use()
print(next(g), g.send("hello"), next(g))
print(g.send("stop"))


def no_send():
    yield from [1, 2, 3]


g = no_send()
next(g)
print(next(g))
try:
    g.send("x")
except AttributeError as e:
    print(e)


def three():
    return (yield from two())


def two():
    return (yield from one())


def one():
    x = yield "ask"
    return x * 2


g = three()
print(next(g))
try:
    g.send(21)
except StopIteration as e:
    print(e.value)
