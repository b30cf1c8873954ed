# Every kind of built-in object alive at once.
numbers = [1, -(2**47), 2**47, 2**100, -(3**80), 1.5, float("inf"), 2 + 3j, True, None, ...]
texts = ["", "short", "a longer text", "größer", "日本語の文字列", "\udc80 lone"]
raw = [b"", b"bytes", bytes(range(40)), bytearray(b"changing"), memoryview(b"a view of it")[2:6]]
table = {i: str(i) * i for i in range(20)}
for i in range(0, 20, 3):
    del table[i]
table["self"] = 1
table[(1, ("a", 2))] = frozenset({1, 2, 3})
names = {"alpha", "beta", "gamma delta"}
loop = [1, 2]
loop.append(loop)
views = [table.keys(), table.values(), table.items()]
walkers = [
    iter([1, 2, 3]),
    iter((1, 2)),
    iter("abü"),
    iter(range(3, 30, 4)),
    iter({5: 6}),
    iter({7}),
    iter(b"xy"),
    enumerate(zip("ab", [1, 2])),
    reversed([1, 2, 3]),
    reversed("äb"),
    map(str, [1, 2]),
    filter(None, [0, 1]),
    iter(range(2**70, 2**70 + 3)),
]
total = 0
for i in range(30):
    raw[3].append(i)
    numbers.append(numbers[3] * i + i)
    texts.append(texts[i % 6] + str(i))
    table[f"key {i}"] = i
    names.add("n" * i)
    total += i
print(len(numbers), sum(x for x in numbers if isinstance(x, int)))
print(texts[-1], len(texts), raw[3], bytes(raw[4]))
print(sorted(map(str, table)), total)
print(loop[2] is loop, len(names))
print([len(list(w)) for w in walkers], [len(v) for v in views])
print(slice(1, 2, None), range(5)[1:], 7 .__add__(1), [].append)
