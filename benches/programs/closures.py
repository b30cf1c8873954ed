# Closures: captured variables read and written, functions made in loops, callbacks.
def counter(step):
    n = 0

    def tick():
        nonlocal n
        n += step
        return n

    return tick


def adder(k):
    return lambda x: x + k


def compose(f, g):
    return lambda x: f(g(x))


def apply(f, n):
    x = 0
    for _ in range(n):
        x = f(x)
    return x


def main():
    tick = counter(3)
    total = 0
    for _ in range(5000000):
        total += tick() & 7
    chain = compose(adder(1), compose(adder(2), adder(3)))
    total += apply(chain, 1500000)
    for i in range(2000000):
        total += adder(i)(1) & 15
    print(total)


main()
