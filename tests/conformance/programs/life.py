# Game of life on a torus and on an endless plane; still lifes, oscillators, gliders.
GLIDER = ".O.\n..O\nOOO"
BLINKER = "OOO"
BLOCK = "OO\nOO"
PENTOMINO = ".OO\nOO.\n.O."
TOAD = ".OOO\nOOO."


def parse(text, dx=0, dy=0):
    return {(x + dx, y + dy) for y, row in enumerate(text.split("\n")) for x, c in enumerate(row) if c == "O"}


def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    at = x + dx, y + dy
                    counts[at] = counts.get(at, 0) + 1
    return {at for at, n in counts.items() if n == 3 or n == 2 and at in cells}


def normal(cells):
    if not cells:
        return frozenset()
    left = min(x for x, _ in cells)
    top = min(y for _, y in cells)
    return frozenset((x - left, y - top) for x, y in cells)


def show(cells, w, h):
    return "\n".join("".join("O" if (x, y) in cells else "." for x in range(w)) for y in range(h))


class Torus:
    def __init__(self, w, h, text):
        self.w, self.h = w, h
        self.rows = [bytearray(w) for _ in range(h)]
        for x, y in parse(text, 1, 1):
            self.rows[y % h][x % w] = 1

    def step(self):
        w, h, rows = self.w, self.h, self.rows
        out = []
        for y in range(h):
            above, here, below = rows[y - 1], rows[y], rows[(y + 1) % h]
            new = bytearray(w)
            for x in range(w):
                r = (x + 1) % w
                n = above[x - 1] + above[x] + above[r] + here[x - 1] + here[r] + below[x - 1] + below[x] + below[r]
                new[x] = n == 3 or n == 2 and here[x]
            out.append(new)
        self.rows = out

    def __str__(self):
        return "\n".join("".join(".O"[c] for c in row) for row in self.rows)

    @property
    def alive(self):
        return sum(map(sum, self.rows))


def period(text, limit=30):
    cells = parse(text)
    start, seen = normal(cells), cells
    for n in range(1, limit):
        cells = step(cells)
        if normal(cells) == start:
            return n, "moves" if cells != seen else "stays"
    return None


print({name: period(p) for name, p in (("block", BLOCK), ("blinker", BLINKER), ("toad", TOAD),
    ("glider", GLIDER), ("pentomino", PENTOMINO))})
cells = parse(GLIDER)
for generation in range(5):
    print(generation, len(cells))
    print(show(cells, 5, 5))
    cells = step(cells)
t = Torus(9, 7, GLIDER)
for _ in range(30):
    t.step()
print(t)
print(t.alive)
cells = parse(PENTOMINO)
history = []
for generation in range(150):
    if generation % 15 == 0:
        history.append(len(cells))
    cells = step(cells)
print(history, len(cells), min(cells), max(cells))
big = Torus(40, 20, "\n".join("".join("O" if (x * x + 3 * y) % 5 == 0 else "." for x in range(38)) for y in range(18)))
print([(big.step(), big.alive)[1] for _ in range(12)])
