puzzle = """
53..7....
6..195...
.98....6.
8...6...3
4..8.3..1
7...2...6
.6....28.
...419..5
....8..79
"""


class Sudoku:
    def __init__(self, text):
        rows = text.split()
        self.cells = {(r, c): int(ch) if ch != "." else 0 for r, row in enumerate(rows) for c, ch in enumerate(row)}
        self.tries = 0

    def options(self, pos):
        r, c = pos
        used = {self.cells[r, k] for k in range(9)} | {self.cells[k, c] for k in range(9)}
        used |= {self.cells[r // 3 * 3 + i, c // 3 * 3 + j] for i in range(3) for j in range(3)}
        return [n for n in range(1, 10) if n not in used]

    def solve(self):
        empty = [(len(self.options(p)), p) for p, v in self.cells.items() if not v]
        if not empty:
            return True
        _, pos = min(empty)
        for n in self.options(pos):
            self.tries += 1
            self.cells[pos] = n
            if self.solve():
                return True
        self.cells[pos] = 0
        return False

    def __str__(self):
        return "\n".join("".join(str(self.cells[r, c] or ".") for c in range(9)) for r in range(9))


s = Sudoku(puzzle)
print(s.solve(), s.tries)
print(s)


def queens(n, cols=()):
    if len(cols) == n:
        yield cols
        return
    for c in range(n):
        if all(c != k and abs(c - k) != len(cols) - i for i, k in enumerate(cols)):
            yield from queens(n, cols + (c,))


print([len(list(queens(n))) for n in range(1, 7)], next(queens(8)))


def subsets(items, target, start=0, chosen=()):
    if target == 0:
        yield chosen
    for i in range(start, len(items)):
        if items[i] <= target:
            yield from subsets(items, target - items[i], i + 1, chosen + (items[i],))


print(list(subsets([2, 3, 5, 7, 8], 10)))


def words(letters, length):
    return [""] if not length else [c + w for i, c in enumerate(letters) for w in words(letters[:i] + letters[i + 1:], length - 1)]


print(words("abc", 2), len(words("abcde", 4)))
