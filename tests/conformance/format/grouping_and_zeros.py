# , and _ with zero padding, width and every alignment.
for n in (0, 1, 12, 123, 1234, 12345, 123456, 1234567, -1234567):
    print([format(n, s) for s in (",", "09,", "010,", "011,", "012,", "_", "013_", "+012,", "x^15,", ">12,",
        "=+14,")])
for x in (0.0, 1234.5, -1234567.891, 999.999, 1e15, 123456789.0):
    print([format(x, s) for s in (",", ",.2f", "015,.2f", "_.3f", "016_.1f", ",.0f", ",e", ",g", "+,.1f",
        ",%")])
print(format(float("inf"), "010,"), format(float("nan"), "010,.2f"), format(float("-inf"), "012_"))
print(format(0xABCDEF0123, "_x"), format(255, "_b"), format(255, "012_b"), format(255, "013_b"),
    format(255, "#014_b"), format(4095, "_o"))
print("{:,}".format(10**21), "{:_}".format(-(10**21)), "{:030,}".format(10**15), "{:,}".format(True),
    "{:,.3f}".format(10**10))
