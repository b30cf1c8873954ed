# The % type, general format switch points, and the alternate form.
for x in (0.0, 0.5, 1.0, 0.1234, 12.5, -0.005, 1e-10):
    print(x, format(x, "%"), format(x, ".0%"), format(x, ".1%"), format(x, "+09.2%"))
for e in range(-7, 20, 2):
    x = 1.5 * 10.0**e
    print(e, format(x, "g"), format(x, ".10g"), format(x, "#g"), format(x, ".0g"), format(x, ".1g"),
        format(x, "G"), format(x, ""), format(x, ".5"))
print(format(100000.0, "g"), format(1000000.0, "g"), format(999999.4, "g"), format(999999.5, "g"),
    format(0.0001, "g"), format(0.00001, "g"))
print(format(1.0, "#.5g"), format(123.0, "#.3g"), format(1e6, "#g"), format(0.0, "#g"), format(0.0, "g"),
    format(-0.0, "g"), format(-0.0, "e"))
print(format(1e15, ""), format(1e16, ""), format(1e16, "g"), format(1e16, "n"), format(1234567.0, ",g"),
    format(1234567.0, ",.10g"), format(0.1, ".17"), format(1e22, ".3"))
