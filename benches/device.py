"""Operations whose instructions are counted on a device. Each function does its operation that many times."""


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def call(times):
    # fib(9) is 109 calls.
    for _ in range(times // 109):
        fib(9)


def loop(times):
    i = 0
    total = 0
    while i < times:
        total = (total + i * 3) & 0xFFFF
        i += 1
    return total


class Counter:
    def __init__(self):
        self.count = 0

    def step(self):
        self.count += 1


def method(times):
    counter = Counter()
    for _ in range(times):
        counter.step()


def floats(times):
    x = 0.5
    i = 0
    while i < times:
        x = x * 0.999 + 0.25
        i += 1
    return x


def dicts(times):
    numbers = {"one": 1, "two": 2, "three": 3}
    i = 0
    while i < times:
        numbers["two"] = numbers["three"]
        i += 1
