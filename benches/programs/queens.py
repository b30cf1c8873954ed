# All solutions for one to twelve queens with lists of flags.
def place(row, n, cols, up, down):
    if row == n:
        return 1
    found = 0
    for c in range(n):
        if cols[c] and up[row + c] and down[row - c + n]:
            cols[c] = up[row + c] = down[row - c + n] = False
            found += place(row + 1, n, cols, up, down)
            cols[c] = up[row + c] = down[row - c + n] = True
    return found


def main():
    total = 0
    for n in range(1, 13):
        total = total * 3 + place(0, n, [True] * n, [True] * (2 * n), [True] * (2 * n + 1))
    print(total)


main()
