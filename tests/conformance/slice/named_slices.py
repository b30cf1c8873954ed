# Slices kept in variables: fixed-width records, windows, matrix rows.
NAME, AGE, CITY = slice(0, 8), slice(8, 11), slice(11, None)
lines = ["Ada     036London", "Grace   085New York", "Alan    041Wilmslow"]
for line in lines:
    print(line[NAME].rstrip(), int(line[AGE]), line[CITY])
REVERSE, EVENS, TAIL = slice(None, None, -1), slice(None, None, 2), slice(-2, None)
for seq in ("abcdef", [1, 2, 3, 4, 5], (1, 2, 3), b"bytes", range(7), bytearray(b"xyz")):
    print(seq[REVERSE], seq[EVENS], seq[TAIL])
rows, cols = 4, 5
flat = list(range(rows * cols))
row = lambda r: slice(r * cols, (r + 1) * cols)
col = lambda c: slice(c, None, cols)
print(flat[row(1)], flat[col(2)], flat[slice(0, None, cols + 1)], flat[slice(cols - 1, -1, cols - 1)])
flat[col(0)] = [0] * rows
flat[row(3)] = "abcde"
print(flat)
windows = [slice(i, i + 3) for i in range(0, 7, 2)]
print([sum(range(10)[w]) for w in windows], [list(range(10))[w] for w in windows][-1])
del flat[EVENS]
print(flat)
