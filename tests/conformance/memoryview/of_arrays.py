# Views over arrays have the array's element type.
from array import array
for code, items in (("b", [-1, 2, 127]), ("H", [1, 65535]), ("i", [-5, 7, 9]), ("q", [-(2**63), 2**63 - 1]),
        ("Q", [2**64 - 1, 0]), ("f", [0.5, -1.25]), ("d", [0.1, 1e300])):
    a = array(code, items)
    m = memoryview(a)
    print(code, m.format, m.itemsize, len(m), m.nbytes, m.tolist(), m[0], m[-1], m[1:].tolist(),
        m.tolist() == items, m == a)
a = array("i", range(6))
m = memoryview(a)
m[0] = -100
m[1:3] = array("i", [7, 8])
m[4:][0] = 99
print(a, m[::2].tolist(), m[::-1].tolist(), [x for x in m], m.hex() == a.tobytes().hex(), 99 in m,
    bytes(m[5:]))
d = memoryview(array("d", [1.0, 2.0]))
d[0] = 5
d[1] = 2.5
print(d.tolist())
for f in (lambda: m.__setitem__(0, 2**31), lambda: m.__setitem__(0, 1.5),
        lambda: m.__setitem__(slice(0, 2), b"12345678"), lambda: m.__setitem__(slice(0, 1), array("h", [1])),
        lambda: m.__setitem__(slice(0, 2), array("i", [1])), lambda: d.__setitem__(0, "x"),
        lambda: a.append(1), lambda: m.__setitem__(0, "a")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
