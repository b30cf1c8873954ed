# Quicksort, merge, permutations, transposition and flattening by hand.
def quicksort(a):
    if len(a) < 2:
        return a
    pivot, *rest = a
    return quicksort([x for x in rest if x < pivot]) + [pivot] + quicksort([x for x in rest if x >= pivot])
def merge(a, b):
    out = []
    while a and b:
        out.append((a if a[0] <= b[0] else b).pop(0))
    return out + a + b
def permutations(items):
    if not items:
        return [[]]
    return [[x] + p for i, x in enumerate(items) for p in permutations(items[:i] + items[i + 1:])]
def flatten(x):
    return [z for y in x for z in flatten(y)] if isinstance(x, list) else [x]
def rotate(a, k):
    return a[k % len(a):] + a[:k % len(a)] if a else a
data = [3, 6, 1, 8, 2, 9, 2]
print(quicksort(data), merge([1, 4, 6], [2, 3, 7, 8]), permutations([1, 2, 3]),
    flatten([1, [2, [3, [[4]], []], 5]]))
print([rotate([1, 2, 3, 4], k) for k in (0, 1, -1, 6)], list(map(list, zip(*[[1, 2, 3], [4, 5, 6]]))),
    [data[i:i + 3] for i in range(0, len(data), 3)])
seen = []
print([x for x in data if not (x in seen or seen.append(x))], max(enumerate(data), key=lambda p: p[1]),
    [sum(data[:i + 1]) for i in range(len(data))])
pascal = [[1]]
for _ in range(6):
    r = pascal[-1]
    pascal.append([1] + [x + y for x, y in zip(r, r[1:])] + [1])
print(pascal[-1], sum(pascal[-1]))
