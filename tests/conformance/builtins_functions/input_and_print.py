import sys
import io
sys.stdin = io.StringIO("first\nsecond line\n\n  spaces  \nlast without newline")
print(repr(input()), repr(input("prompt: ")), repr(input("")), repr(input(5)), repr(input([1])))
try:
    input("more? ")
except EOFError as e:
    print(type(e).__name__, e)
out = io.StringIO()
print("a", "b", sep="-", end="|", file=out)
print(*range(3), file=out)
print(file=out)
print("x" * 3, None, True, 1.5, [1], {"k": "v"}, file=out, flush=False)
print(repr(out.getvalue()))
for text in ("print(1, sep=5)", "print(1, end=b'')", "print(1, file=[])", "print(1, nope=2)", "print(end=5)", "input(1, 2)", "print(1, sep='', flush=object())"):
    try:
        eval(text)
    except Exception as e:
        print(text, type(e).__name__, e)


class W:
    def write(self, s):
        calls.append(s)

    def flush(self):
        calls.append("FLUSH")


calls = []
print(1, "two", sep=", ", file=W(), flush=True)
print(calls)


class NoFlush:
    def write(self, s):
        calls.append(s)


calls.clear()
print("x", file=NoFlush())
try:
    print("y", file=NoFlush(), flush=True)
except AttributeError as e:
    print(e, calls)


class Raises:
    def write(self, s):
        raise OSError("disk full")


try:
    print("z", file=Raises())
except OSError as e:
    print(e)
print(print("inner"), print is print, print.__name__)
