# iter(callable, sentinel)
n = 0


def step():
    global n
    n += 1
    return n


print(list(iter(step, 5)), n)
it = iter(step, 10)
print(next(it), next(it), list(it), next(it, "done"))
stack = [1, 2, 0, 3]
print(list(iter(stack.pop, 0)), stack)
try:
    list(iter([1].pop, 5))
except IndexError as e:
    print(e)
try:
    iter(5, 1)
except TypeError as e:
    print(e)


def stop():
    raise StopIteration


print(list(iter(stop, None)))


class Eq:
    def __eq__(self, other):
        print("compare", other)
        return other == 2


n = 0
print(list(iter(step, Eq())))
print(type(iter(step, 1)).__name__, iter(it) is it)
chars = iter("hello world")
print("".join(iter(lambda: next(chars), " ")), "".join(chars))
nan = float("nan")
vals = [1.0, nan, 2.0]
print(list(iter(lambda: vals.pop(0) if vals else 3.0, 3.0)))
