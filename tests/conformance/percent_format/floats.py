# %e %f %g and their capitals, with flags.
for x in (0.0, 1.0, -2.5, 1234567.891, 1e-7, 1e100, float("inf"), float("-inf"), float("nan")):
    print("|%f|%.2f|%10.3f|%-10.1f|%010.2f|%+.1f|% .0f|%#.0f|" % ((x,) * 8))
    print("|%e|%.2e|%E|%g|%G|%.3g|%#g|%10.4g|%-12g|%+e|%.0e|%012g|" % ((x,) * 12))
print("%f %e %g" % (1, 2, 3), "%.3f" % True, "%F %F" % (1.5, float("inf")), "%.10f" % 0.1,
    "%.0f %.0f %.0f" % (0.5, 1.5, 2.5))
print("%.50f" % 0.1, "%.20g" % 0.1, "%5.f|" % 2.7, "%.f" % 3.7)

class F:
    def __float__(self):
        return 1.25

print("%f %g" % (F(), F()))
for value in ("1.5", None, [], 1j, b"1"):
    try:
        print("%f" % (value,))
    except TypeError as e:
        print(e)
