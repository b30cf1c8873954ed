# slice objects: attributes, repr, read-only.
for s in (slice(5), slice(1, 5), slice(1, 5, 2), slice(None), slice(None, None, -1), slice("a", [1], 2.5),
        slice(0)):
    print(s, s.start, s.stop, s.step, repr(s) == str(s))
s = slice(1, 2, 3)
for name in ("start", "stop", "step", "other"):
    try:
        setattr(s, name, 9)
    except AttributeError as e:
        print(type(e).__name__, e)
for f in (lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(start=1), lambda: s.nope, lambda: len(s),
    lambda: iter(s), lambda: s[0], lambda: s()):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(e)
print(type(s).__name__, bool(slice(0)), isinstance(s, slice), slice(*[1, 2]))
