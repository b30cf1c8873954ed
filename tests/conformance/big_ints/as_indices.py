# Huge ints as slice bounds, range bounds, repeat counts and indices.
big = 10**30
items = [1, 2, 3, 4]
print(items[:big], items[-big:], items[big:], items[-big:big], items[::big], items[::-big], items[big::-1])
print("hello"[1:big], b"hello"[-big:2], (1, 2)[-big:])
print(slice(big, -big, 2).indices(5), slice(None, big, None))
r = range(big, big + 10, 3)
print(r, len(r), list(r), r[1], r[-1], big + 3 in r, big + 4 in r, r.index(big + 6))
print(range(0, -big, -(10**29))[-1], range(big) == range(0, big, 1), range(big)[::10**29])
print("ab" * -5, [1] * -1, bytes(0) * 5)
for f in (lambda: items[big], lambda: items[-big], lambda: "abc"[big], lambda: len(range(big)),
        lambda: items * big, lambda: "ab" * -big,
          lambda: "a" * big, lambda: bytes(big), lambda: range(5)[big], lambda: items.insert(big, 0),
          lambda: chr(big),
          lambda: items.pop(big), lambda: "%*d" % (big, 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print("abc".find("c", -big, big), items.index(4, -big, big))
