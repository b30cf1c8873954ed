# Format specs and % with big values.
n = 12345678901234567890123456789
for spec in ("", "d", ",", "_", "x", "X", "#x", "o", "#b", "_x", "_b", "+", " ", "40d", "<40", "^40,", "=+40",
        "040,", "e", ".3e", "f", ".2f", "g", "%", "n", "*>45_d"):
    print(spec.ljust(8), format(n, spec))
print(f"{-n:,} {-n:#x} {-n:=45} {-n:045_}")
print("%d %i %u %x %X %o" % (n, -n, n, n, -n, n))
print("%40d|%-40d|%040d|%+d|% d|%.35d" % (n, n, n, n, n, n))
print("%#x %#o %#X" % (n, n, -n), "%s %r" % (n, -n))
print("%.10e" % n, "%.3f" % 10**25, "%g" % 10**18, "%d" % 1e25, "%d" % 1e300 == str(int(1e300)))
for f in (lambda: format(n, "s"), lambda: format(n, ".2d"), lambda: "%c" % n, lambda: format(n, "c"),
        lambda: format(10**400, "e"), lambda: "%f" % 10**400):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
