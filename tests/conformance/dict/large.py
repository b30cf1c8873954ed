# Tens of thousands of entries, deletion patterns, collisions of tuples.
d = {}
for i in range(55000):
    d[i * 7] = i
print(len(d), d[7 * 54999], 7 * 1234 in d, 5 in d)
for i in range(0, 55000, 2):
    del d[i * 7]
print(len(d), next(iter(d)), sum(d.values()), list(d)[-1])
for i in range(0, 1000):
    d[-i] = i
print(len(d), d[-999], 0 in d, list(d)[-1])
grid = {(x, y): x * 100 + y for x in range(100) for y in range(100)}
print(len(grid), grid[99, 0], grid[0, 99], sum(grid.values()), (100, 0) in grid)
words = {}
for i in range(20000):
    w = "w%d" % (i * 31 % 977)
    words[w] = words.get(w, 0) + 1
print(len(words), sorted(words.items(), key=lambda p: (-p[1], p[0]))[:3], words["w976"])
fl = {i / 4: i for i in range(4000)}
print(fl[0.25], fl[999], fl[500.75], len(fl))
q = {}
for i in range(30000):
    q[i] = i
    if i >= 10:
        del q[i - 10]
print(q)
