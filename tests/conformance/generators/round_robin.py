# cooperative tasks driven by a scheduler
from collections import deque


def worker(name, n):
    for i in range(n):
        print(name, i)
        yield
    return name + " done"


def run(tasks):
    ready = deque(tasks)
    results = []
    while ready:
        t = ready.popleft()
        try:
            next(t)
        except StopIteration as e:
            results.append(e.value)
        else:
            ready.append(t)
    return results


print(run([worker("a", 2), worker("b", 3), worker("c", 1)]))


def producer(n, target):
    for i in range(n):
        target.send(i)
    target.close()


def coroutine(f):
    def start(*a):
        g = f(*a)
        next(g)
        return g
    return start


@coroutine
def filt(pred, target):
    try:
        while True:
            x = yield
            if pred(x):
                target.send(x)
    except GeneratorExit:
        target.close()


@coroutine
def sink(out):
    try:
        while True:
            out.append((yield))
    finally:
        out.append("closed")


out = []
producer(6, filt(lambda x: x % 2 == 0, sink(out)))
print(out)


def parser():
    word = ""
    while True:
        c = yield
        if c is None:
            return words
        if c == " ":
            words.append(word)
            word = ""
        else:
            word += c


words = []
p = parser()
next(p)
for c in "the quick fox ":
    p.send(c)
try:
    p.send(None)
except StopIteration as e:
    print(e.value)
