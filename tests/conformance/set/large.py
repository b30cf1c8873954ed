# Thousands of elements: growth, removal, unions and differences.
s = set()
for i in range(30000):
    s.add(i * i % 10007)
print(len(s), sum(s), max(s), 4 in s, 5 in s)
evens, threes = set(range(0, 20000, 2)), set(range(0, 20000, 3))
print(len(evens & threes), len(evens | threes), len(evens - threes), len(evens ^ threes),
    evens & threes == set(range(0, 20000, 6)), sum(evens - threes))
for i in range(0, 20000, 4):
    evens.remove(i)
print(len(evens), min(evens), sum(evens), evens <= set(range(2, 20000, 4)),
    evens.isdisjoint(range(0, 20000, 4)))
words = {"w%d" % (i % 777) for i in range(10000)}
print(len(words), "w776" in words, "w777" in words, sorted(words)[:3])
pts = {(x, y) for x in range(-60, 60) for y in range(-60, 60) if x * x + y * y <= 3600}
print(len(pts), (60, 0) in pts, (-60, 0) in pts, (42, 42) in pts, (43, 43) in pts)
q = set()
for i in range(20000):
    q.add(i)
    if i >= 5:
        q.discard(i - 5)
print(sorted(q))
