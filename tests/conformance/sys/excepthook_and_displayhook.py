import sys
import io
print(sys.excepthook is sys.__excepthook__, sys.displayhook is sys.__displayhook__)
saved, sys.stderr = sys.stderr, io.StringIO()
try:
    {}["k"]
except KeyError:
    sys.excepthook(*sys.exc_info())
text, sys.stderr = sys.stderr.getvalue(), saved
print(text)
import builtins
shown = []
sys.displayhook = shown.append
exec(compile("1 + 1\n", "<s>", "single"))
exec(compile("None\n", "<s>", "single"))
sys.displayhook = sys.__displayhook__
print(shown)
exec(compile("'a' * 3\n", "<s>", "single"))
print(builtins._)
sys.displayhook(None)
sys.displayhook([1])
print(builtins._)
print(sys.exc_info())
try:
    raise ValueError(5)
except ValueError:
    info = sys.exc_info()
    print(info[0], info[1], type(info[2]).__name__)
print(sys.exc_info() == (None, None, None))


def nested():
    try:
        raise KeyError
    except KeyError:
        return sys.exc_info()[0]


try:
    raise IndexError
except IndexError:
    print(nested(), sys.exc_info()[0])
