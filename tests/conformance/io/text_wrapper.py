# TextIOWrapper over BytesIO: encodings, newlines, errors.
import io
raw = io.BytesIO()
t = io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
print(t.write("héllo\n☃"), t.flush(), raw.getvalue(), t.encoding, t.writable())
r = io.TextIOWrapper(io.BytesIO("aé☃😀\nsecond\r\nthird".encode()), encoding="utf-8")
print(r.read(2), ascii(r.read(2)), repr(r.readline()), r.readlines(), repr(r.read()))
print(io.TextIOWrapper(io.BytesIO(b"a\r\nb\rc\n"), encoding="ascii").read().split("\n"),
    io.TextIOWrapper(io.BytesIO(b"a\r\nb\r"), encoding="ascii", newline="").readlines(),
    [l for l in io.TextIOWrapper(io.BytesIO(b"1\n2\n"), "utf-8")])
w = io.BytesIO()
x = io.TextIOWrapper(w, encoding="latin-1", errors="replace", newline="\r\n")
x.write("é☃\nz")
x.flush()
print(w.getvalue(), io.TextIOWrapper(io.BytesIO(b"a\xffb"), encoding="utf-8",
    errors="replace").read() == "a\ufffdb", io.TextIOWrapper(io.BytesIO(b"a\xffb"), encoding="utf-8",
    errors="ignore").read())
for f in (lambda: io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="utf-8").read(),
        lambda: io.TextIOWrapper(io.BytesIO(), encoding="ascii").write("é"),
        lambda: io.TextIOWrapper(io.BytesIO(), encoding="nope"), lambda: t.write(b"x"),
        lambda: io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="q")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
t.close()
print(raw.closed, t.closed)
