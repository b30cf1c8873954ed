# release, use as a context manager, and errors afterwards.
b = bytearray(b"data")
m = memoryview(b)
s = m[1:]
m.release()
m.release()
print(bytes(s))
for f in (lambda: m[0], lambda: len(m), lambda: m.tobytes(), lambda: list(m), lambda: m.__setitem__(0, 1),
        lambda: m.format, lambda: m[1:], lambda: memoryview(m), lambda: m.__enter__()):
    try:
        print(f())
    except ValueError as e:
        print("ValueError", e)
print(m == m, m == b"data")
try:
    b.append(1)
except BufferError as e:
    print("BufferError", e)
s.release()
b.append(33)
print(b)
with memoryview(b) as v:
    v[0] = 68
try:
    v[0]
except ValueError as e:
    print(e)
print(b)
