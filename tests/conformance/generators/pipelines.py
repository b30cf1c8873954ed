def numbers(n):
    for i in range(n):
        print("make", i)
        yield i


def evens(src):
    for x in src:
        if x % 2 == 0:
            yield x


def squares(src):
    for x in src:
        yield x * x


def take(n, src):
    it = iter(src)
    for _ in range(n):
        try:
            yield next(it)
        except StopIteration:
            return


print(list(take(2, squares(evens(numbers(100))))))


def chunks(seq, n):
    for i in range(0, len(seq), n):
        yield seq[i:i + n]


print(list(chunks("abcdefg", 3)))


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


print(list(take(10, primes())))


def sieve():
    def integers(n):
        while True:
            yield n
            n += 1

    def filt(p, src):
        for x in src:
            if x % p:
                yield x
    src = integers(2)
    while True:
        p = next(src)
        yield p
        src = filt(p, src)


print(list(take(12, sieve())))


def tee(it, n):
    data = []

    def reader():
        i = 0
        while True:
            if i == len(data):
                try:
                    data.append(next(it))
                except StopIteration:
                    return
            yield data[i]
            i += 1
    return [reader() for _ in range(n)]


a, b = tee(iter("xyz"), 2)
print(next(a), next(a), list(b), list(a))


def window(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            buf.pop(0)


print(list(window(range(5), 3)))
