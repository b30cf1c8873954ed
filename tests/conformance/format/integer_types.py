# b c d n o s x X for ints with sign, #, 0, width and grouping.
for n in (0, 5, -5, 255, -255, 1234567):
    print(n, [format(n, s) for s in ("d", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "+d", " d", "-d", "n")])
print([format(n, ",") for n in (0, 999, 1000, -1000, 1234567, 10**12)])
print([format(n, "_") for n in (0, 999, 1000, -1000, 1234567, 10**12)])
print([format(0xDEADBEEF, s) for s in ("_x", "_X", "#_x", "_b", "_o", "020_x", "#020_x", "#018x")])
print([format(1234, s) for s in ("010,", "09,", "08,", "012_", "+010,", "=10,", "<10,", "^11,", "*=12,")])
print(format(65, "c"), format(8364, "c"), format(65, "5c") + "|", format(65, "*^5c"), format(0x1F600, "c"))
print(format(42, "e"), format(42, ".1f"), format(1, "%"), format(1234, "g"), format(10**6, "G"),
    format(True, "x"))
for n, spec in [(5, "s"), (5, ",x"), (5, ".3d"), (-1, "c"), (0x110000, "c"), (5, "+c"), (5, "#c"), (5, ",c"),
        (5, "y"), (5, ",_"), (5, "_,"), (5, "_n"), (5, "d5"), (5, "5$")]:
    try:
        print(format(n, spec))
    except (ValueError, OverflowError) as e:
        print(repr(spec), type(e).__name__, e)
