# e E f F g G n % and the empty type for floats.
xs = (0.0, 1.0, -1.5, 3.14159265358979, 1234567.891, 1e-5, 1e20, 123456789.0)
for spec in ("", "e", "E", "f", "F", "g", "G", "%", "n", ".0f", ".1f", ".3e", ".0e", ".3g", ".10g", "+.2f",
        " .2f", "#.0f", "#g", "#.3g", "#.0e", ".2%", "010.2f", ",.2f", "_.1f", ".3", ".15", ","):
    print(spec.ljust(6), [format(x, spec) for x in xs])
inf, nan = float("inf"), float("nan")
for spec in ("", "f", "F", "e", "G", "08.2f", "+", "%", ",", "*^9", "=+8", ".0f"):
    print(spec.ljust(6), [format(x, spec) for x in (inf, -inf, nan)])
for spec in ("d", "x", "c", "s", ".f", ".", "b", "5.5.5", "z f", "..2f", ",,f", "ff"):
    try:
        print(spec, format(1.5, spec))
    except ValueError as e:
        print(repr(spec), e)
