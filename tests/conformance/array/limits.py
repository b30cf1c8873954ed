# Smallest and largest values of each integer code, and the errors past them.
from array import array
for code, lo, hi in (("b", -128, 127), ("B", 0, 255), ("h", -(2**15), 2**15 - 1), ("H", 0, 2**16 - 1),
        ("i", -(2**31), 2**31 - 1), ("I", 0, 2**32 - 1), ("q", -(2**63), 2**63 - 1), ("Q", 0, 2**64 - 1)):
    a = array(code, [lo, hi, 0])
    print(code, a, a[0] == lo, a[1] == hi)
    for bad in (lo - 1, hi + 1, 2**200):
        try:
            a[2] = bad
            print("stored", bad)
        except OverflowError as e:
            print(code, type(e).__name__)
    try:
        a.append(hi + 1)
    except OverflowError:
        print(len(a))
f = array("f", [1e38, 3.4e38, -1e-45, 1 / 3, float("inf"), float("nan"), 16777217])
print(f.tolist()[0] == 9.999999680285692e37, f[3], f[4], f[5], f[6], f[2])
d = array("d", [1e308, 5e-324, -0.0, 2**53])
print(d, True in array("b", [1]), array("b", [True, False]), array("d", [True]))
try:
    array("f", [1e39])
except OverflowError as e:
    print(e)
print(array("f", [10**10]), array("d", [10**20]))
