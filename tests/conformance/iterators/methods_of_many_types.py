# One call of a method, many types behind it.
from collections import deque
import re


def generator():
    got = None
    while True:
        try:
            got = yield got
        except ValueError as e:
            got = e


async def coroutine():
    return "ended"


async def steps():
    yield 1


class Own:
    def send(self, value):
        return "own", value


def ask(thing, value):
    try:
        return thing.send(value)
    except BaseException as e:
        return type(e).__name__, e.args


one, two = generator(), generator()
c, s = coroutine(), steps()
for _ in range(3):
    for thing in (one, two, Own(), one, c, 7, s, "text", two, [], None):
        print(ask(thing, None), end=" ")
    print()
print(ask(one, 5), ask(two, "x"), one.throw(ValueError("caught")))
s.aclose().close()


def next_of(it):
    try:
        return it.__next__()
    except StopIteration:
        return "end"


def iterators():
    yield 1


its = [iter([1]), iter((2,)), iter("s"), iter("é"), iter({3: 4}), iter({5}), iterators(), map(str, [6]), zip([7]), iter(range(8, 9))]
for _ in range(2):
    print([next_of(it) for it in its])

full, short = deque([1, 2]), deque([3], 2)
for d in (full, short, [4], full, short):
    d.append(9)
    print(d)
found = [re.match("(a)(b)?", "ab"), re.match("(a)(b)?", "ac")]
print([m.group(1, 2) for m in found], [m.span() for m in found])
for pattern in (re.compile("a+"), re.compile(b"a+")):
    for text in ("caat", b"caat"):
        try:
            print(pattern.search(text).group())
        except TypeError as e:
            print(e)


class Many(deque):
    def append(self, x):
        super().append(x * 2)


for d in (deque(), Many(), deque()):
    d.append(4)
    print(d)
view = {1: 2}.keys()
print(view.isdisjoint([2]), dict(a=1).items().isdisjoint([("a", 1)]))
