"""Queens on boards of growing size: what firmware of 256 KB runs."""


def queens(n):
    columns = set()
    rising = set()
    falling = set()
    board = []

    def place(row):
        if row == n:
            yield tuple(board)
            return
        for column in range(n):
            if column in columns or row + column in rising or row - column in falling:
                continue
            columns.add(column)
            rising.add(row + column)
            falling.add(row - column)
            board.append(column)
            yield from place(row + 1)
            board.pop()
            columns.remove(column)
            rising.remove(row + column)
            falling.remove(row - column)

    return place(0)


for n in range(4, 7):
    found = list(queens(n))
    print(n, "queens:", len(found), "ways, the first", found[0])
