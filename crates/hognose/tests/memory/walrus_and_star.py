if (n := len('hello')) > 3: print(n)
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d, [*c, *'xy'], {**{'a': 1}}, print(*c, sep='-'))
