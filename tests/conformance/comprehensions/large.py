# many elements and deep nests
big = [i for i in range(10000)]
print(len(big), big[-1], sum(big))
print(len({i: str(i) for i in range(5000)}), len({i % 100 for i in range(5000)}))
print(sum(i * j for i in range(60) for j in range(60)), sum([a * b * c for a in range(10) for b in range(10) for c in range(10)]))
print(len([1 for a in range(5) for b in range(5) for c in range(5) for d in range(5) for e in range(2) if a == b]))
pyth = [(a, b, c) for c in range(1, 30) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c]
print(pyth)
life = {(1, 0), (1, 1), (1, 2)}


def step(cells):
    near = [(x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy]
    return {p for p in set(near) if near.count(p) == 3 or near.count(p) == 2 and p in cells}


print(sorted(step(life)), step(step(life)) == life)
text = "\n".join("".join("#" if (x, y) in life else "." for x in range(3)) for y in range(3))
print(text)
triangle = [[1]]
for _ in range(6):
    last = triangle[-1]
    triangle.append([1] + [a + b for a, b in zip(last, last[1:])] + [1])
print(triangle[-1], [sum(r) for r in triangle])
flat = [x for row in triangle for x in row if x > 5]
print(flat, [[*reversed(r)] for r in triangle[:3]])
print({w: sum(ord(c) - 96 for c in w) for w in "abc hello world".split()})
print([f"{i:>3}|{i * i:<5}|" for i in (1, 10, 100)], [bin(i)[2:].zfill(4) for i in range(4)])
