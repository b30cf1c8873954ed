# Each element once; changing the size while iterating is an error.
s = {5, 1, 3}
seen = []
for x in s:
    seen.append(x)
print(sorted(seen), sum(s), sorted(x * 2 for x in s), len(list(s)), max(s), sorted(map(str, s)),
    dict.fromkeys([7], s)[7] is s)
a, = {9}
print(a, *{8}, [*{7}], sorted(zip(sorted(s), "abc")), any({0}), all(set()), sorted(enumerate(sorted(s))))
def grow():
    t = {1, 2, 3}
    for x in t:
        t.add(x + 100)
def shrink():
    t = {1, 2, 3}
    for x in t:
        t.remove(x)
for f in (grow, shrink):
    try:
        f()
        print("no error")
    except RuntimeError as e:
        print("RuntimeError", e)
it = iter({1})
print(next(it), next(it, "end"), type(it).__name__, iter(it) is it)
t = set(range(20))
for x in list(t):
    if x % 3:
        t.discard(x)
print(sorted(t), sorted({x for x in t if x > 5}), sorted(set(map(abs, {-1, 1, -2}))),
    sorted(filter(None, {0, 1, 2})))
try:
    a, b = {1}
except ValueError as e:
    print(e)
