import sys
import io
print(type(sys.stdout).__name__, sys.stdout.fileno() if hasattr(sys.stdout, "fileno") else 1, sys.stderr.fileno())
print(sys.stdout.write("text\n"))
print(sys.stdin.read(), sys.stdin.readline() == "", [line for line in sys.stdin])
try:
    input()
except EOFError as e:
    print(e)
saved = sys.stdout
sys.stdout = buf = io.StringIO()
print("caught", 1, sep="-")
sys.stdout = saved
print(repr(buf.getvalue()))


class Upper:
    def __init__(self, inner):
        self.inner = inner

    def write(self, s):
        return self.inner.write(s.upper())

    def flush(self):
        self.inner.flush()


sys.stdout = Upper(saved)
print("shouted")
print("to the true one", file=saved)
sys.stdout = saved
sys.stdout = None
print("nowhere")
sys.stdout = saved
del sys.stdout
try:
    print("x")
except RuntimeError as e:
    saved.write(str(e) + "\n")
sys.stdout = saved
try:
    sys.stdout.write(5)
except TypeError as e:
    print(e)
sys.stdout.flush()
sys.stdout.buffer.write(b"bytes out\n")
sys.stdout.buffer.flush()
print(sys.__stdout__ is sys.stdout, sys.stdout.encoding.lower(), sys.stdout.writable(), sys.stdin.readable())
sys.stderr.write("on stderr\n")
print("also", file=sys.stderr)
sys.stdin = io.StringIO("line one\nline two\n")
print(input(), input("prompt> "))
try:
    input()
except EOFError as e:
    print(e)
