"""A tour of the language: run it with hognose, or with any Python 3.11."""
import math
import re
from collections import Counter, deque, namedtuple


def title(text):
    print(f"\n{' ' + text + ' ':=^64}")


title("a picture")
RAMP = " .:-=+*#%@"
for y in range(-9, 10):
    row = ""
    for x in range(-46, 18):
        c, z, n = complex(x / 22, y / 8), 0j, 0
        while abs(z) < 2 and n < 36:
            z, n = z * z + c, n + 1
        row += RAMP[min(n // 4, 9)]
    print(row.rstrip())

title("big numbers")
print(f"2 ** 200 = {2 ** 200:,}")
print(f"50!      = {math.factorial(50)}")
print(f"1/3      = {1 / 3!r}, and 0.1 + 0.2 = {0.1 + 0.2!r}")

title("classes")


class Shape:
    def __init__(self, name, *sides):
        self.name, self.sides = name, sides

    @property
    def area(self):
        raise NotImplementedError(f"{type(self).__name__} has no area")

    def __lt__(self, other):
        return self.area < other.area

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, {', '.join(map(str, self.sides))})"


class Box(Shape):
    @property
    def area(self):
        return math.prod(self.sides)


class Disc(Shape):
    @property
    def area(self):
        return math.pi * self.sides[0] ** 2


for shape in sorted([Box("sheet", 3, 4), Disc("coin", 1.2), Box("stamp", 2, 2)]):
    print(f"{shape!r:<20} area {shape.area:>8.3f} {'#' * round(shape.area)}")

title("generators")


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n
        n += 1


def take(n, items):
    for _, item in zip(range(n), items):
        yield item


print(*take(18, primes()))
print({p: bin(p)[2:] for p in take(6, primes())})

title("matching")
Move = namedtuple("Move", "direction steps", defaults=[1])


def obey(command, at=(0, 0)):
    x, y = at
    match command:
        case Move("north" | "up", n):
            return x, y + n
        case Move(("east" | "west") as where, n) if n > 0:
            return x + (n if where == "east" else -n), y
        case ["jump", int(x), int(y)]:
            return x, y
        case {"repeat": n, "what": what}:
            for _ in range(n):
                at = obey(what, at)
            return at
        case _:
            raise ValueError(f"cannot obey {command!r}")


track = deque([(0, 0)], maxlen=4)
for command in (Move("north", 3), {"repeat": 4, "what": Move("east", 2)}, ["jump", -1, 7], Move("up"), Move("down")):
    try:
        track.append(obey(command, track[-1]))
        print(f"{command!r:<64} -> {track[-1]}")
    except ValueError as error:
        print("refused:", error)
print("the last places:", list(track))

title("text")
TEXT = "Safe, small and fast: a snake that plays dead is a snake that lives."
words = re.findall(r"[a-z]+", TEXT.lower())
for word, count in Counter(words).most_common(4):
    print(f"{word:>8} {'*' * count:<4} {count / len(words):6.1%}")
print(re.sub(r"(\w+) (\w+)", r"\2 \1", TEXT))

title("errors")


def divide(a, b):
    try:
        return a / b
    except ZeroDivisionError as error:
        raise ArithmeticError(f"dividing {a} fails") from error
    finally:
        print(f"divide({a}, {b}) was here")


try:
    print(divide(22, 7))
    divide(1, 0)
except ArithmeticError as error:
    print(f"{type(error).__name__}: {error} (because: {error.__cause__})")
