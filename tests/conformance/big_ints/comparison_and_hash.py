# Ordering between big, small and float; hash agrees with equality.
values = [10**30, -(10**30), 10**30 + 1, 0, 1, -1, 2**63, 2**64, -(2**63), 1e30, -1e30, 2.0**64, 0.5,
    float("inf"), float("-inf")]
print(sorted(values))
print(10**30 == 1e30, 10**22 == 1e22, 10**23 == 1e23, int(1e23) == 1e23, 2**64 == 2.0**64,
    2**64 + 1 > 2.0**64, 2**64 + 1 != 2.0**64)
print(2**1024 > 1e308, 10**400 < float("inf"), -(10**400) > float("-inf"), 10**400 == float("nan"),
    10**400 < float("nan"))
print(max(10**20, 10**20 - 1, -10**21), min(10**20, 5, -10**21))
print(hash(2**64) == hash(2.0**64), hash(10**22) == hash(1e22), hash(int(1e30)) == hash(1e30),
    hash(-(2**100)) == hash(-(2.0**100)))
d = {2**64: "int"}
d[2.0**64] = "float"
print(d, len({2**64, 2.0**64, 2**64 + 1}), 2.0**64 in {2**64})

class Huge:
    def __hash__(self):
        return 2**200 + 5

print(isinstance(hash(Huge()), int), hash(10**40) == hash(10**39 * 10))
try:
    10**30 < "a"
except TypeError as e:
    print(e)
