# Generators: loops, pipelines, delegation, send, generator expressions.
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def odd(items):
    for x in items:
        if x & 1:
            yield x


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def average():
    total = n = 0
    value = None
    while True:
        x = yield value
        total += x
        n += 1
        value = total // n


def main():
    total = 0
    for x in count(4500000):
        total += x
    for x in odd(odd(count(3000000))):
        total += x
    for x in tree(15):
        total += x
    total += sum(x * 2 for x in range(3000000) if x % 3)
    a = average()
    next(a)
    last = 0
    for i in range(1800000):
        last = a.send(i)
    print(total, last)


main()
