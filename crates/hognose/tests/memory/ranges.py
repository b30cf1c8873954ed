r = range(0, 100, 7)
print(list(r)[::2], r[3:6], 21 in r, len(r), r.index(14), list(reversed(r)), range(10 ** 30, 10 ** 30 + 2)[1])
