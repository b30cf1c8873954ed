# Sudoku by constraint propagation and search on the field with fewest candidates.
PUZZLES = """\
530070000600195000098000060800060003400803001700020006060000280000419005000080079
..............3.85..1.2.......5.7.....4...1...9.......5......73..2.1........4...9
4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......
""".split()
ROWS = [list(range(r * 9, r * 9 + 9)) for r in range(9)]
COLS = [list(range(c, 81, 9)) for c in range(9)]
BOXES = [[r * 9 + c for r in range(br, br + 3) for c in range(bc, bc + 3)] for br in (0, 3, 6) for bc in (0,
    3, 6)]
UNITS = ROWS + COLS + BOXES
UNITS_OF = [[u for u in UNITS if i in u] for i in range(81)]
PEERS = [sorted({j for u in UNITS_OF[i] for j in u} - {i}) for i in range(81)]
ALL = 0b111111111
ONES = {1 << d: d + 1 for d in range(9)}


class Contradiction(Exception):
    pass


def assign(grid, i, bit):
    for other in range(9):
        if grid[i] & (1 << other) and (1 << other) != bit:
            eliminate(grid, i, 1 << other)


def eliminate(grid, i, bit):
    if not grid[i] & bit:
        return
    grid[i] &= ~bit
    if not grid[i]:
        raise Contradiction(f"nothing left for field {i}")
    if grid[i] in ONES:
        for j in PEERS[i]:
            eliminate(grid, j, grid[i])
    for unit in UNITS_OF[i]:
        places = [j for j in unit if grid[j] & bit]
        if not places:
            raise Contradiction(f"no place for {ONES[bit]}")
        if len(places) == 1 and grid[places[0]] != bit:
            assign(grid, places[0], bit)


def read(text):
    if len(text) != 81:
        raise ValueError("a puzzle has 81 fields, not %d" % len(text))
    grid = [ALL] * 81
    for i, c in enumerate(text):
        if c in "123456789":
            assign(grid, i, 1 << int(c) - 1)
    return grid


def search(grid):
    global guesses
    open_fields = [(g.bit_count(), i) for i, g in enumerate(grid) if g not in ONES]
    if not open_fields:
        return grid
    _, i = min(open_fields)
    for d in range(9):
        if grid[i] & 1 << d:
            guesses += 1
            copy = grid[:]
            try:
                assign(copy, i, 1 << d)
                return search(copy)
            except Contradiction:
                pass
    raise Contradiction("no candidate works")


def show(grid):
    for r in range(9):
        if r in (3, 6):
            print("------+-------+------")
        line = [str(ONES.get(grid[i], ".")) for i in ROWS[r]]
        print(" ".join(line[:3]), "|", " ".join(line[3:6]), "|", " ".join(line[6:]))


print(len(UNITS), len(PEERS[0]), PEERS[40])
for puzzle in PUZZLES[:1] + PUZZLES[2:]:
    guesses = 0
    start = read(puzzle)
    print("given", sum(c in "123456789" for c in puzzle), "fixed by propagation",
        sum(g in ONES for g in start))
    done = search(start)
    show(done)
    print("guesses", guesses, all(sorted(ONES[done[i]] for i in u) == list(range(1, 10)) for u in UNITS))
for bad in ("55" + "." * 79, "12345678." + "." * 8 + "9" + "." * 63, "1" * 80, "123456789" * 9):
    try:
        search(read(bad))
        print("solved")
    except (Contradiction, ValueError) as e:
        print(type(e).__name__, e)
