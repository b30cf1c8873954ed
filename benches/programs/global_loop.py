# The same kind of loop at module level: globals and built-in names.
total = 0
i = 0
while i < 4000000:
    total = (total + i * 3) & 0xFFFFFF
    i += 1


def bump(n):
    global total, i
    for k in range(n):
        i = i - 1
        total = total + (i & 7)
        if total > 10000000:
            total = total - max(i, 10000000)


bump(2500000)
print(total, i)
