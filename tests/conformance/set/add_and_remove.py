# add, discard, remove, pop, clear, update.
s = set()
for x in (3, 1, 3, "a", None, 1.0, (1,)):
    s.add(x)
print(len(s), s.add(5), s.discard(5), s.discard("missing"), s.remove("a"), 1 in s, None in s, "a" in s,
    (1,) in s)
s = {1}
print(s.pop(), s, len(s), s.update([1, 2], "ab", {3: 4}, ()), len(s), s.update(), s.clear(), s)
for f in (lambda: s.remove(1), lambda: s.remove("k"), lambda: s.remove((1, 2)), lambda: s.pop(),
        lambda: s.add([]), lambda: s.remove([]), lambda: s.discard({}), lambda: s.update(5),
        lambda: s.update([[]]), lambda: s.add(), lambda: s.add(1, 2), lambda: s.clear(1), lambda: s.remove()):
    try:
        print(f())
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
s = {frozenset([1, 2])}
print({1, 2} in s, {1} in s, [1, 2] in [{1, 2}])
s.remove({2, 1})
print(s)
try:
    s.remove({9})
except KeyError as e:
    print("KeyError", e, repr(e.args))
drained = set(range(50))
out = []
while drained:
    out.append(drained.pop())
print(sorted(out) == list(range(50)))
