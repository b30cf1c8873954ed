# BytesIO: read, write, seek past the end, getvalue, getbuffer.
import io
b = io.BytesIO(b"hello")
print(b.read(2), b.tell(), b.read(), b.read(), b.seek(1), b.write(b"EY!!!"), b.getvalue(), b.seek(0),
    b.read(1), b.read(-1), b.read(None), b.seek(-2, 2), b.read(), b.seek(2), b.seek(-1, 1), b.tell())
p = io.BytesIO()
p.seek(3)
print(p.read(), p.write(b"x"), p.getvalue(), p.write(bytearray(b"y")), p.write(memoryview(b"z")),
    p.getvalue(), p.truncate(2), p.getvalue(), p.tell(), p.write(b"q"), p.getvalue())
src = bytearray(b"base")
c = io.BytesIO(src)
c.write(b"XX")
print(src, c.getvalue())
v = c.getvalue()
c.write(b"YY!")
print(v, c.getvalue(), bytes(c.getbuffer()), len(c.getbuffer()), c.readable(), c.writable(), c.seekable(),
    c.isatty())
with c.getbuffer() as view:
    view[0] = 33
    try:
        c.write(b"12345678")
    except BufferError as e:
        print(e)
print(c.getvalue())
c.close()
for f in (lambda: c.read(), lambda: c.getvalue(), lambda: c.write(b"a"), lambda: c.seek(0),
        lambda: b.write("text"), lambda: b.write(5), lambda: b.seek(-1), lambda: b.seek(0, 7),
        lambda: b.read("x"), lambda: io.BytesIO("text"), lambda: io.BytesIO(5), lambda: b.truncate(-1),
        lambda: b.seek(1.5), lambda: b.seek(-100, 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
