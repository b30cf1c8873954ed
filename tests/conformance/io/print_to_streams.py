# print with sep, end, file and flush; write order; sys.stdout replaced.
import io, sys
out = io.StringIO()
print(1, "a", None, 2.5, sep="|", end="<\n", file=out)
print(file=out)
print("x", "y", sep="", file=out)
print(*range(3), sep=None, end=None, file=out, flush=True)
print(repr(out.getvalue()))
class Sink:
    def __init__(self):
        self.parts, self.flushed = [], 0
    def write(self, text):
        self.parts.append(text)
    def flush(self):
        self.flushed += 1
s = Sink()
print("a", "b", file=s, flush=True)
print(file=s)
print(s.parts, s.flushed)
saved = sys.stdout
sys.stdout = io.StringIO()
print("captured", 1)
captured = sys.stdout.getvalue()
sys.stdout = saved
print(repr(captured), sys.stdout.write("direct\n"), file=sys.stdout)
class Bad:
    def write(self, text):
        raise OSError("cannot write")
for f in (lambda: print("x", file=Bad()), lambda: print("x", file=5), lambda: print("x", sep=1),
    lambda: print("x", end=5), lambda: print("x", nope=1), lambda: print("x", file=object())):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])
class NoStr:
    def __str__(self):
        raise LookupError("no str")
try:
    print("before", NoStr(), file=out)
except LookupError as e:
    print(e, repr(out.getvalue()[-7:]))
