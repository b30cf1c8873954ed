# BufferedReader and BufferedWriter over BytesIO.
import io
raw = io.BytesIO(b"0123456789abcdef\nline two\n")
r = io.BufferedReader(raw, 8)
print(r.read(3), r.peek(2)[:2], r.tell(), r.read1(4)[:1] , r.seek(10), r.readline(), r.read(), r.read(1),
    r.readable(), r.writable())
out = io.BytesIO()
w = io.BufferedWriter(out, 16)
print(w.write(b"abc"), out.getvalue(), w.flush(), out.getvalue(), w.write(b"x" * 20), w.tell(), w.flush(),
    out.getvalue(), w.writable())
w.write(bytearray(b"tail"))
d = w.detach()
print(d is out, out.getvalue()[-4:])
q = io.BufferedReader(io.BytesIO(b"a\nb\nc"))
print(list(q), q.seek(2), q.readlines())
for f in (lambda: w.write(b"x"), lambda: io.BufferedReader(5), lambda: io.BufferedReader(io.BytesIO(), 0),
        lambda: r.write(b"x"), lambda: io.BufferedWriter(io.BytesIO()).write("text")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
rw = io.BufferedRandom(io.BytesIO(b"hello world"))
print(rw.read(5), rw.seek(0), rw.write(b"J"), rw.seek(0), rw.read())
