pairs = [("a", 1), ("b", 2), ("c", None)]
check = lambda p: p[1] + 1
values = sorted(map(check, pairs[:2]), key=lambda v: -v)
print(values)
print(sorted(pairs, key=lambda p: check(p)))
