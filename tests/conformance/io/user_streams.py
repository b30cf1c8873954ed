# Classes derived from IOBase, RawIOBase and TextIOBase.
import io
class Upper(io.TextIOBase):
    def __init__(self):
        self.text = ""
    def writable(self):
        return True
    def write(self, s):
        self.text += s.upper()
        return len(s)
u = Upper()
print("hello", 42, file=u)
u.writelines(["a", "b"])
print(repr(u.text), u.writable(), u.readable(), u.closed, isinstance(u, io.IOBase))
class Countdown(io.RawIOBase):
    def __init__(self, n):
        self.n = n
    def readable(self):
        return True
    def readinto(self, buf):
        count = 0
        while count < len(buf) and self.n:
            buf[count] = 48 + self.n % 10
            self.n -= 1
            count += 1
        return count
c = Countdown(12)
print(c.read(5), c.read(), c.read(1), io.BufferedReader(Countdown(9)).read(4),
    io.TextIOWrapper(io.BufferedReader(Countdown(3)), "ascii").read(), Countdown(4).readline())
class Closing(io.IOBase):
    def close(self):
        if not self.closed:
            print("closing")
        super().close()
with Closing() as q:
    pass
q.close()
print(q.closed)
for f in (lambda: io.IOBase().read(), lambda: io.IOBase().fileno(), lambda: io.RawIOBase().read(1),
        lambda: Upper().read(), lambda: io.TextIOBase().write("x"), lambda: io.IOBase().seek(0),
        lambda: q.__enter__()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
