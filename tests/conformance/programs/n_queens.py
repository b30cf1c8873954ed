# Three ways to place queens: columns in a list, bit masks, and permutations by generator.
def solve_list(n):
    found = []
    cols = []

    def safe(c):
        r = len(cols)
        for i, other in enumerate(cols):
            if other == c or abs(other - c) == r - i:
                return False
        return True

    def place():
        if len(cols) == n:
            found.append(tuple(cols))
            return
        for c in range(n):
            if safe(c):
                cols.append(c)
                place()
                cols.pop()

    place()
    return found


def count_bits(n):
    full = (1 << n) - 1

    def go(cols, left, right):
        if cols == full:
            return 1
        total = 0
        free = full & ~(cols | left | right)
        while free:
            bit = free & -free
            free ^= bit
            total += go(cols | bit, (left | bit) << 1 & full, (right | bit) >> 1)
        return total

    return go(0, 0, 0)


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (x,) + rest


def solve_permutations(n):
    for p in permutations(tuple(range(n))):
        if len({c + r for r, c in enumerate(p)}) == n == len({c - r for r, c in enumerate(p)}):
            yield p


def board(solution):
    n = len(solution)
    return "\n".join(" ".join("Q" if solution[r] == c else "." for c in range(n)) for r in range(n))


def turns(s):
    n = len(s)
    for _ in range(4):
        s = tuple(s.index(c) for c in range(n - 1, -1, -1))
        yield s
        yield tuple(n - 1 - c for c in s)


def distinct(solutions):
    seen, out = set(), []
    for s in solutions:
        if s not in seen:
            out.append(s)
            seen.update(turns(s))
    return out


for n in range(1, 8):
    print(n, len(solve_list(n)), count_bits(n), len(distinct(solve_list(n))))
print(8, count_bits(8))
print(sorted(solve_permutations(6)) == solve_list(6), next(solve_permutations(5)))
first = solve_list(6)[0]
print(board(first))
print([list(t) for t in sorted(set(turns(first)))])
print(next(s for s in solve_list(7) if s[0] == 3))
