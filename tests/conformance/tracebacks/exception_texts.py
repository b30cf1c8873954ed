# the last line for many kinds of exceptions
import sys


class Own(Exception):
    pass


class WithStr(Exception):
    def __str__(self):
        return "text of its own"


class BadStr(Exception):
    def __str__(self):
        raise ValueError("no text")


class Outer:
    class Inner(Exception):
        pass


def local():
    class Local(Exception):
        pass
    return Local("in a function")


for e in (ValueError(), ValueError(""), ValueError("a"), ValueError("a", 1), ValueError(None), ValueError("two\nlines"), KeyError("k"), KeyError(), OSError(2, "no", "file"), OSError("x"),
          StopIteration(5), SystemExit(3), KeyboardInterrupt(), AssertionError(), Own(), Own("own"), WithStr(1), BadStr(1), Outer.Inner("nested"), local(), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"),
          ImportError("i", name="n"), NameError("n"), AttributeError("a"), RecursionError("r"), MemoryError(), GeneratorExit("g"), ExceptionGroup("eg", [ValueError(1)]), ValueError("é€😀"), ValueError("tab\there"), ValueError(ValueError("inner"))):
    sys.excepthook(type(e), e, None)
