# sort and sorted: stability, key, reverse, mixed types, errors.
a = [3, 1, 4, 1, 5, 9, 2, 6]
print(a.sort(), a, sorted("hello"), sorted((3, 1, 2), reverse=True), sorted({3: 0, 1: 0}), sorted([]),
    sorted([1.5, 1, True, 0.5]))
words = ["banana", "Apple", "fig", "cherry", "date", "Elder"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len),
    sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (-len(w), w)))
pairs = [(1, "b"), (0, "z"), (1, "a"), (0, "y"), (1, "c")]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True),
    sorted(pairs, key=None))
pairs.sort(key=lambda p: p[1], reverse=True)
print(pairs, sorted([[2], [1, 5], [1]]), sorted([True, False]), sorted([b"b", b"a"]), sorted([(1,), ()]))
big = [(i * 7919) % 1009 for i in range(1009)]
print(sorted(big) == list(range(1009)), sorted(big, reverse=True)[:3], sorted(range(50),
    key=lambda x: x % 7)[:10])
state = 1
values = []
for _ in range(700):
    state = state * 1103515245 + 12345 & 0x7FFFFFFF
    values.append((state >> 16) % 50)
order = sorted(range(700), key=values.__getitem__)
print(all((values[x], x) < (values[y], y) for x, y in zip(order, order[1:])), order[:8])
for f in (lambda: sorted([1, "a"]), lambda: sorted([None, None]), lambda: sorted([1, None]),
        lambda: sorted([1j, 2j]), lambda: sorted(5), lambda: [1].sort(lambda x: x),
        lambda: sorted([1], lambda x: x), lambda: sorted([1, 2], key=5), lambda: sorted([[1], (1,)]),
        lambda: sorted([{}, {}]), lambda: sorted([1], reverse="x"), lambda: sorted([1], cmp=1),
        lambda: sorted()):
    try:
        print(f())
    except TypeError as e:
        print(e)
