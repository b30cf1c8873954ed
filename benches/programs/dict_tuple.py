# Dictionaries and sets with tuple keys: a grid flood fill and the game of life.
def flood(n):
    grid = {}
    for x in range(n):
        for y in range(n):
            grid[x, y] = (x * x + 3 * y) % 7 != 0
    seen = {}
    todo = [(1, 1)]
    while todo:
        at = todo.pop()
        if at in seen or not grid.get(at, False):
            continue
        seen[at] = len(seen)
        x, y = at
        todo.append((x + 1, y))
        todo.append((x - 1, y))
        todo.append((x, y + 1))
        todo.append((x, y - 1))
    return len(seen), len(grid)


def life(cells, steps):
    for _ in range(steps):
        counts = {}
        for x, y in cells:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy:
                        at = (x + dx, y + dy)
                        counts[at] = counts.get(at, 0) + 1
        cells = {at for at, n in counts.items() if n == 3 or (n == 2 and at in cells)}
    return cells


def main():
    for n in (150, 200, 250, 300, 350):
        print(flood(n))
    cells = life({(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}, 1000)
    print(len(cells), sum(x * 3 + y for x, y in cells))


main()
