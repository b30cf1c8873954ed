# A view over bytes and bytearray: items, slices, len, iteration, conversions.
m = memoryview(b"hello world")
print(len(m), m[0], m[-1], bytes(m[2:5]), m[::2].tobytes(), m[::-1].tobytes(), m.tolist()[:3], m.hex(),
    m.hex("-", 4), list(m[:2]), bytes(m) == b"hello world", 104 in m, str(m[:2], "ascii"))
print(m.itemsize, m.format, m.nbytes, m.ndim, m.shape, m.strides, m.readonly, m.contiguous, m.c_contiguous,
    m[::2].contiguous, m[::2].strides, m[::-1].strides, m[1:3].shape)
print(m.obj, m[3:].obj, memoryview(bytearray(b"x")).readonly, type(m[0]).__name__, type(m[0:1]).__name__,
    bool(memoryview(b"")), bool(m), len(memoryview(b"")))
print(max(m), sorted(m[:5]), sum(m), b"".join([m[:5], b"!", m[6:]]), bytearray(m[:3]),
    int.from_bytes(m[:2], "big"), [*reversed(m[:3])])
a, b, *c = m[:4]
print(a, b, c)
for f in (lambda: m[11], lambda: m[-12], lambda: m["a"], lambda: m[1.0], lambda: m[0, 0], lambda: m[::0],
        lambda: memoryview("str"), lambda: memoryview(5), lambda: memoryview(), lambda: memoryview([1]),
        lambda: m + m, lambda: m * 2, lambda: m[10**30], lambda: m < m, lambda: m.nope):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
