# Iterating while growing; arrays of thousands of items; arrays in dicts and lists.
from array import array
a = array("i", [1, 2, 3])
out = []
for x in a:
    out.append(x)
    if len(a) < 8:
        a.append(x * 10)
print(out, a)
it = iter(a)
next(it)
while len(a) > 1:
    a.pop()
print(list(it), a)
big = array("d")
for i in range(5000):
    big.append(i / 2)
print(len(big), big[4999], sum(big), big[::1000].tolist())
counts = array("I", [0]) * 26
for c in "the quick brown fox jumps over the lazy dog":
    if c != " ":
        counts[ord(c) - 97] += 1
print(counts.tolist(), sum(counts))
matrix = [array("b", [0] * 4) for _ in range(3)]
for r in range(3):
    for c in range(4):
        matrix[r][c] = r * c - 3
print(matrix, [list(row) for row in matrix], [a, [a]], {"k": array("b", [1])})
h = array("h", [3, 1, 2])
print(array("h", sorted(h)), min(h), h.index(2), array("h", map(abs, [-3, -4])), any(h), all(h),
    list(zip(h, "abc")), list(filter(None, array("b", [0, 1, 0, 2]))))
