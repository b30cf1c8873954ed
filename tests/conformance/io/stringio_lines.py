# readline, readlines, iteration, writelines, newline translation.
import io
text = "one\ntwo\r\nthree\rfour\n\nlast"
for newline in ("\n", None, "", "\r\n", "\r"):
    s = io.StringIO(text, newline)
    print(repr(newline), s.readlines(), repr(s.getvalue()))
s = io.StringIO("a\nbb\nccc\n")
print(repr(s.readline()), repr(s.readline(1)), repr(s.readline(-1)), s.readlines(), repr(s.readline()),
    s.seek(0), list(s), s.seek(0), s.readlines(3), [line.strip() for line in s])
s.seek(0)
print(next(s), end="")
print(s.tell(), s.read(2), s.readline(), end="")
w = io.StringIO()
w.writelines(["x", "y\n", "z"])
w.writelines(str(i) for i in range(3))
print(repr(w.getvalue()), print("to stream", 5, sep="-", end="|", file=w), repr(w.getvalue()))
with io.StringIO("ctx") as c:
    print(c.read())
print(c.closed, iter(w) is w)
for f in (lambda: w.writelines(5), lambda: w.writelines([1]), lambda: next(io.StringIO()),
        lambda: io.StringIO("a", newline="x"), lambda: c.readline()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
