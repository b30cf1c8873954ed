# Iterating while the list changes: the position counts, not the items.
a = [1, 2, 3, 4]
out = []
for x in a:
    out.append(x)
    if x == 2:
        a.remove(2)
print(out, a)
a = [1]
for x in a:
    if x < 5:
        a.append(x + 1)
print(a)
a = [1, 2, 3]
it = iter(a)
next(it)
a.insert(0, 0)
print(list(it), next(it, "done"))
a.append(99)
print(list(it))
a = [1, 2, 3, 4, 5]
r = reversed(a)
print(next(r), next(r))
a.clear()
print(list(r))
a = [3, 2, 1]
for i, x in enumerate(a):
    a[i] = x * 10
print(a, [a.pop() for _ in range(2)], a)
it = iter([1, 2, 3])
print(list(zip(it, it)), list(it), type(iter([])).__name__, type(reversed([])).__name__, iter(it) is it)
try:
    next(iter([]))
except StopIteration as e:
    print("StopIteration", e.args)
for x in [1, 2, 3][:]:
    pass
print(x, [y for y in [1, 2] for _ in range(y)], sum(1 for _ in [None] * 4), any([]), all([]))
