# print: any number of arguments, sep, end, file, flush
import sys
import io

print()
print(1)
print(1, 2, 3)
print("a", "b", sep="")
print("a", "b", "c", sep="--")
print("x", end="")
print("y", end="!\n")
print(1, "one", 1.0, None, True, sep=" | ", end=".\n")
print("a", "b", sep=None, end=None)
print(sep="x")
print(end="")
print(*[1, 2, 3], sep=",")
print(*"abc", sep="\n")
print("to stdout", file=sys.stdout, flush=True)
print("none means stdout", file=None)
buf = io.StringIO()
print("in", "memory", sep="_", file=buf)
print(repr(buf.getvalue()))


class Sink:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


sink = Sink()
print("a", 1, file=sink)
print(sink.parts)
for bad in (dict(sep=1), dict(end=2), dict(foo=3), dict(file=5)):
    try:
        print("x", **bad)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
