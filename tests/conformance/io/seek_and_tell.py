# Positions: whence values, gaps, truncation and appending.
import io
b = io.BytesIO(b"0123456789")
for offset, whence in ((4, 0), (2, 1), (-3, 2), (0, 2), (-5, 1), (3, 1), (20, 0)):
    print((offset, whence), b.seek(offset, whence), b.tell(), b.read(2))
b.seek(0, io.SEEK_END)
b.write(b"end")
b.seek(16)
b.write(b"gap")
print(b.getvalue(), io.SEEK_SET, io.SEEK_CUR, io.SEEK_END)
b.seek(5)
b.truncate()
print(b.getvalue(), b.tell(), b.truncate(8), b.getvalue(), b.truncate(2), b.getvalue(), b.tell(), b.read())
s = io.StringIO("añb☃c")
print(s.seek(2), s.read(1), s.tell(), s.seek(0, 1), s.seek(0, 2), s.tell(), s.seek(1), s.write("N"),
    s.getvalue(), s.truncate(3), s.getvalue())
positions = []
t = io.StringIO("l1\nline2\n\nl4")
while True:
    positions.append(t.tell())
    if not t.readline():
        break
print(positions)
t.seek(positions[1])
print(repr(t.readline()), t.tell())
