def inner():
    yield 1
    yield 2
    return "inner result"


def outer():
    r = yield from inner()
    print("got", r)
    r = yield from [3, 4]
    print("got", r)
    r = yield from "ab"
    yield from ()
    yield from range(2)
    yield from {"k": 1}
    yield from (x * 10 for x in range(2))
    return "outer result"


g = outer()
out = []
try:
    while True:
        out.append(next(g))
except StopIteration as e:
    print(out, e.value)
for bad in (5, None, 1.5):
    def f():
        yield from bad
    try:
        list(f())
    except TypeError as e:
        print(e)


def chain(*its):
    for it in its:
        yield from it


print(list(chain("ab", [1], {2: 3}, range(2))))
print(list((lambda: (yield from [1, 2]))()))


def expr():
    x = [(yield from "a"), (yield from "b")]
    yield x
    y = 1 + (yield from inner_num())
    yield y


def inner_num():
    yield "num"
    return 41


print(list(expr()))
