# cast to another element type or shape, without copying.
import sys
b = bytearray(range(16))
m = memoryview(b)
w = m.cast("I")
print(w.tolist() == [int.from_bytes(b[i:i + 4], sys.byteorder) for i in range(0, 16, 4)], len(w), w.itemsize,
    w.format, w.nbytes)
h = m.cast("h")
h[0] = -2
print(len(h), h[0], b[0] + b[1] * 256 in (0xFFFE, 0xFEFF))
back = w.cast("B")
print(back.tolist() == list(b), m.cast("b")[0] in (-2, -1), m.cast("c")[2], m.cast("c").tolist()[:4][2:],
    m.cast("d").shape)
g = m.cast("B", [4, 4])
print(g.ndim, g.shape, g[1, 2], g.tolist()[2], len(g), g.nbytes, g.strides)
g[3, 3] = 200
print(b[15], m.cast("?")[1])
for f in (lambda: memoryview(b"abc").cast("I"), lambda: w.cast("h"), lambda: m.cast("z"),
        lambda: m[::2].cast("B"), lambda: m.cast("B", [3, 3]), lambda: m.cast(5), lambda: g[1],
        lambda: g[1, 9], lambda: m.cast("II"), lambda: g[0, 0, 0]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
