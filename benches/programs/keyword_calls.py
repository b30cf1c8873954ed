# Calls with keywords, defaults, star arguments and star-star arguments.
def point(x, y=1, z=2):
    return x + 2 * y + 3 * z


def only(a, *, scale=1, shift=0):
    return a * scale + shift


def collect(*args, **kw):
    return len(args) + len(kw)


def forward(*args, **kw):
    return point(*args, **kw)


def main():
    total = 0
    pair = (1, 2)
    names = {"z": 5}
    for i in range(1200000):
        total += point(i, z=3)
        total += point(x=1, y=i)
        total += only(i, scale=2, shift=1)
        total += collect(i, 1, a=1, b=2)
        total += forward(*pair, **names)
        total &= 0xFFFFFFF
    print(total)


main()
