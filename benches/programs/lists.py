# Lists: append, index, assign, slices, comprehensions, insert and pop.
def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
        i += 1
    return [k for k in range(n + 1) if flags[k]]


def mix(n):
    total = 0
    a = []
    for i in range(n):
        a.append(i * 7 % 1000)
    for i in range(1, len(a)):
        a[i] = (a[i] + a[i - 1]) & 1023
    for i in range(0, len(a) - 16, 16):
        b = a[i:i + 16]
        b.reverse()
        total += b[0] + b[-1]
    stack = []
    for i in range(n):
        stack.append(i)
        if i % 3 == 0:
            total += stack.pop()
    while len(stack) > n // 2:
        stack.pop()
    for i in range(400):
        stack.insert(0, i)
        del stack[10]
    return total + sum([x * 2 for x in a if x & 1]) + len(stack)


def main():
    total = 0
    for _ in range(19):
        total += len(sieve(200000))
    for k in range(19):
        total += mix(100000 + k)
    print(total & 0xFFFFFFF)


main()
