# e, f and g print exact decimal digits at any precision.
for x in (0.1, 1 / 3, 2.5, 1e22, 1e23, 123456789.123456789, 2.0**53, 2.0**-20, 5e-324, 0.5, 1.005, 9.995):
    for p in (0, 1, 2, 5, 17, 20, 30, 40):
        print(format(x, f".{p}f")[:60], format(x, f".{p}e"), format(x, f".{p}g"))
print(format(1e308, ".0f"))
print(format(2**53 + 1, ".3f"), format(2**53 - 1, ".20e"), format(10**22, "f"), format(0.1, ".55f"))
print(format(0.5, ".0f"), format(1.5, ".0f"), format(2.5, ".0f"), format(0.25, ".1f"), format(0.35, ".1f"),
    format(-0.5, ".0f"))
print(format(9.5, ".0e"), format(99.95, ".1f"), format(999999.5, "g"), format(0.00009999995, "g"),
    format(9.9999995, ".6e"))
