print([x + y for x in 'ab' for y in 'cd'], {x: [y for y in range(x)] for x in range(4)}, {x % 3 for x in range(9)})
print([(i, j) for i in range(4) if i for j in range(i) if j % 2 == 0])
