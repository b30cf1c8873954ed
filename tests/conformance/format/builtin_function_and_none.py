# format() on containers, None, bools, bytes and types uses object.__format__.
for value in (None, True, [1, 2], (1,), {"a": 1}, {3}, b"x", range(3), slice(1), Ellipsis, int, len):
    print(format(value), "{}".format(value), f"{value}", format(value, "") == str(value))
for value in (None, [1], (1,), {"a": 1}, b"x", range(3), int, Ellipsis, ValueError("v")):
    for spec in ("s", "5", "d"):
        try:
            print(format(value, spec))
        except TypeError as e:
            print(repr(spec), e)
print("{0!s:>6}|{1!r:<8}|{2!s:^7}|".format(None, b"x", [1]))
print("{:5}|{:<7}|{:d}|{:.1f}".format(True, False, True, True))
