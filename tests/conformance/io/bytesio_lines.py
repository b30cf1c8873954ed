# Lines, readinto, iteration and read1 on BytesIO.
import io
b = io.BytesIO(b"one\ntwo\r\nthree\rx\n\nlast")
print(b.readline(), b.readline(2), b.readline(), b.readlines(), b.readline(), b.seek(0), list(b), b.seek(0),
    b.readlines(5))
b.seek(0)
buf = bytearray(6)
print(b.readinto(buf), buf, b.readinto(memoryview(buf)[2:4]), buf, b.read1(3), b.readinto(bytearray(0)),
    b.seek(0, 2), b.readinto(buf), buf)
w = io.BytesIO()
w.writelines([b"a", bytearray(b"b"), memoryview(b"c")])
print(w.getvalue(), [line for line in io.BytesIO(b"x\ny")], next(io.BytesIO(b"q\nr")),
    io.BytesIO(b"abc").read1(), sum(len(l) for l in io.BytesIO(b"\n\n\n")))
with io.BytesIO(b"in with") as c:
    print(c.read())
for f in (lambda: w.writelines(["a"]), lambda: w.writelines(5), lambda: b.readinto(b"ro"),
    lambda: b.readinto("x"), lambda: c.readline(), lambda: c.readinto(buf), lambda: next(io.BytesIO())):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
