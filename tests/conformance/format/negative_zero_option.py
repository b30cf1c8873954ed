# The z option of 3.11 turns negative zero into zero after rounding.
for x in (-0.0, -0.001, -0.004, -0.006, -1.0, 0.0, 0.5):
    print(x, [format(x, s) for s in ("z", "z.2f", ".2f", "+z.2f", "z.1e", "z.0%", "z8.2f", "z08.1f",
        "*^ z9.2f", "z,.1f", "zg")])
print(f"{-0.0001:z.3f} {-0.5:z.0f} {-1e-10:z.5g}")
print(format(complex(-0.0, -0.0), "z.1f"), format(complex(-0.0, -0.0), ".1f"))
for value, spec in [(5, "z"), (5, "zd"), ("a", "z"), (-5, "zf"), (1.5, "zz"), (1.5, "#zf"), (1.5, "z#.0f")]:
    try:
        print(repr(spec), format(value, spec))
    except ValueError as e:
        print(repr(spec), "ValueError", e)
