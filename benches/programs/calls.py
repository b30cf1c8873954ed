# Plain function calls: recursive fib and small leaf functions.
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def add3(a, b, c):
    return a + b + c


def none():
    pass


def main():
    total = fib(30)
    for i in range(7000000):
        none()
        total = add3(total, i, 1) & 0xFFFFFF
    print(total)


main()
