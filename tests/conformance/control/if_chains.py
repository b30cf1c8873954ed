def sign(n):
    if n < 0:
        return "neg"
    elif n == 0:
        return "zero"
    elif n < 10:
        return "small"
    else:
        return "big"


print([sign(n) for n in (-3, 0, 5, 50)])
for v in (0, 1, "", "a", [], [0], {}, {0: 0}, (), (0,), None, 0.0, 0j, b"", set(), range(0), range(1), float("nan")):
    if v:
        print(repr(v), "true")
    else:
        print(repr(v), "false")
x = 5
if x > 3:
    if x > 4:
        if x > 5:
            print("no")
        else:
            print("x is 5")
    else:
        print("no")
else:
    print("no")
if False:
    print("no")
elif None:
    print("no")
elif 0:
    print("no")
