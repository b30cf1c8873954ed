# StringIO: write, read, seek, tell, getvalue, truncate.
import io
s = io.StringIO()
print(s.write("hello "), s.write("wörld\n"), s.tell(), s.getvalue(), s.seek(0), s.read(3), s.read(),
    repr(s.read()), s.tell())
s.seek(6)
s.write("W")
print(s.getvalue(), s.seek(0, 2), s.truncate(5), s.getvalue(), s.tell(), s.write("!"), ascii(s.getvalue()))
t = io.StringIO("initial text")
print(t.tell(), t.write("FINAL"), t.getvalue(), t.read(), io.StringIO("").read() == "",
    io.StringIO().getvalue() == "", t.seek(3), t.truncate(), t.getvalue(), t.readable(), t.writable(),
    t.seekable(), t.closed, t.isatty())
u = io.StringIO("abc")
u.seek(10)
print(repr(u.read()), u.write("x"), ascii(u.getvalue()), u.tell())
u.close()
u.close()
print(u.closed)
for f in (lambda: u.read(), lambda: u.write("a"), lambda: u.getvalue(), lambda: u.seek(0), lambda: next(u),
        lambda: s.write(5), lambda: s.write(b"a"), lambda: s.seek(-1), lambda: s.seek(1, 1),
        lambda: s.seek(0, 5), lambda: s.truncate(-1), lambda: s.read("x"), lambda: s.seek("0"),
        lambda: io.StringIO(5), lambda: io.StringIO(b"a"), lambda: s.write(), lambda: s.seek(1, 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
