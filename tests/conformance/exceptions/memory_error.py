# absurd sizes raise instead of ending the program
for name, action in (("list", lambda: [0] * (1 << 60)), ("bytes", lambda: bytes(1 << 62)), ("str", lambda: "abc" * (1 << 62)),
                     ("tuple", lambda: (1,) * (1 << 62)), ("bytearray", lambda: bytearray(1 << 62))):
    try:
        action()
    except (MemoryError, OverflowError) as e:
        print(name, "refused")
print("and on we go")
e = MemoryError("m")
print(repr(e), MemoryError.__mro__[1].__name__)
