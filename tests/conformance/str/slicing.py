# Slices with every combination of bounds and steps, ASCII and not.
for s in ("abcdefghij", "aé☃😀bßç"):
    n = len(s)
    for sl in (slice(None), slice(2, 5), slice(-3, None), slice(None, -3), slice(None, None, 2),
            slice(None, None, -1), slice(1, None, 3), slice(-1, None, -2),
               slice(5, 2), slice(5, 2, -1), slice(-100, 100), slice(100, -100, -1), slice(100, 200),
               slice(3, 3), slice(None, 0, -1), slice(0, None, -1), slice(-2, -5, -1)):
        print(repr(s[sl]), end=" ")
    print()
s = "hello"
print(s[:] == s, s[1:][:-1], s[::len(s)], s[-3:-1], s[2:4] + s[4:], s[:2] + s[2:] == s)
for i in range(-7, 8):
    assert s[:i] + s[i:] == s
for step in (0, 1.5, "a"):
    try:
        s[::step]
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
